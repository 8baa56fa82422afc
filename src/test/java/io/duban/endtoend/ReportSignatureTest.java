package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 责任领导 and 签报人: who is named at receipt stays named, whoever signs the report. */
class ReportSignatureTest extends EndToEnd {

    @Test
    void theLeaderNamedAtReceiptIsNotReplacedByTheOneWhoSignsTheReport() {
        KeyOrder order = KeyOrder.drafted(duban).issued();
        order.government.does(
                order.id, "userTask_receiveOrder", Papers.of("handlingUnit", "310104", "responsible", "签收时的领导"));
        order.handIn();
        signedBy(order, "签报告的领导");

        assertThat(fact(order, "责任领导（签收时明确）")).isEqualTo("签收时的领导");
        assertThat(fact(order, "调查报告签报人")).isEqualTo("签报告的领导");
        String review = order.office.task(order.id, "userTask_reviewReport");
        JsonNode shown = order.office.form(review).ok().body().path("data");
        assertThat(shown.path("responsibleShown").asText()).isEqualTo("签收时的领导");
        assertThat(shown.path("signerShown").asText()).isEqualTo("签报告的领导");
    }

    @Test
    void aSupplementedReportIsSignedAnewOrByTheSameLeader() {
        KeyOrder order = KeyOrder.drafted(duban).received().handIn();
        signedBy(order, "签报告的领导");
        Map<String, Object> back =
                Papers.with(Papers.reviewOfOneDropped(), "causeSufficient", false, "reviewNote", "原因分析不足");
        order.reviewed(back);
        supplemented(order, Papers.report());
        assertThat(fact(order, "调查报告签报人")).isEqualTo("签报告的领导");

        order.reviewed(back);
        supplemented(order, Papers.with(Papers.report(), "responsible", "另一位领导"));
        assertThat(fact(order, "调查报告签报人")).isEqualTo("另一位领导");
        assertThat(jdbc.queryForList(
                        "select signer from report_submission where order_id = ? order by version",
                        String.class,
                        order.id))
                .containsExactly("签报告的领导", "签报告的领导", "另一位领导");
    }

    private static void signedBy(KeyOrder order, String leader) {
        order.government.does(
                order.id, "userTask_submitReport", Papers.of("decision", "REPORT", "responsible", leader));
    }

    private static void supplemented(KeyOrder order, Map<String, Object> report) {
        order.government.does(order.id, "userTask_supplementReport", report);
    }

    private static String fact(KeyOrder order, String label) {
        return KeyOrder.stream(order.dossier().path("facts"))
                .filter(each -> label.equals(each.path("label").asText()))
                .map(each -> each.path("value").asText())
                .findFirst()
                .orElse("");
    }
}
