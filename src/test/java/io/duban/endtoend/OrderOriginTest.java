package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * 举报线索 in the file of an order: its issuing side reads the opaque reference, the district, the addressee and the accused
 * unit learn by no way that somebody reported, and in the archive it stands for nobody.
 */
class OrderOriginTest extends EndToEnd {

    private static final List<String> DISTRICTS = List.of(
            "government.310104", "supervision-office.310104", "supervision-lead.310104", "petition-office.310104");

    @Test
    void theIssuingSideFindsTheLeadFromTheOrderAndTheOrderFromTheLead() {
        LeadCase lead = LeadCase.concluded(duban, Map.of("namedPersons", List.of("inspector.310000")));
        KeyOrder order = orderFrom(lead);

        assertThat(page("supervision-office.310000", order.id)).contains("举报线索", link(lead.ref));
        assertThat(page("supervision-lead.310000", order.id)).contains(link(lead.ref));
        assertThat(page("investigation-team.310000", order.id))
                .as("who may not open the lead reads the reference as text")
                .contains("举报线索", lead.ref)
                .doesNotContain(link(lead.ref));
        assertThat(new Uploads(duban)
                        .take("inspector.310000", "/cases/" + order.id)
                        .statusCode())
                .as("whoever the lead names learns nothing of it")
                .isEqualTo(404);
        assertThat(as("petition-office.310000")
                        .get("/api/leads/alerts")
                        .ok()
                        .body()
                        .toString())
                .as("reading the order is no attempt at the lead")
                .doesNotContain(lead.ref);
        assertThat(page("supervision-office.310000", lead.ref)).contains("相关案件", link(order.id));
        assertThat(as("supervision-office.310000")
                        .get("/api/leads/" + lead.ref)
                        .ok()
                        .body()
                        .toString())
                .contains(order.id);
    }

    @Test
    void nobodyElseLearnsThatTheOrderCameFromAReportAndNoArchiveHoldsIt() {
        LeadCase lead = LeadCase.concluded(duban, Map.of());
        KeyOrder order = orderFrom(lead).issued();
        silent("government.310104", order, lead, "userTask_receiveOrder");
        DISTRICTS.forEach(account -> silent(account, order, lead, null));
        order.receipt().handIn().report().reviewed(Papers.review(duban.today().plusDays(20)));
        silent("institution-head." + Papers.INSTITUTION, order, lead, "userTask_planRectification");
        order.planned(1).evidenced(1);
        silent("supervision-office.310104", order, lead, "userTask_verifyRectification");
        DISTRICTS.forEach(account -> silent(account, order, lead, null));

        Map<String, String> issuers = new CaseReader(duban, "supervision-office.310000").everything(order.id, null);
        assertThat(issuers.get("ZIP")).contains("办理过程").doesNotContain(lead.ref);
        assertThat(issuers.get("/cases/" + order.id)).contains(lead.ref);
        String verifier = "petition-office.310104";
        assertThat(page(verifier, lead.ref))
                .as("who verified the lead reads it without what followed")
                .contains("报送核查结果")
                .doesNotContain(order.id, "选定督办方式", "已拟草稿", "相关案件");
        assertThat(as(verifier).get("/api/leads/" + lead.ref).ok().body().toString())
                .doesNotContain(order.id);
    }

    /** T20: leads re-linked. */
    @Test
    void afterAMergerTheLeadIsFoundFromTheOrderItWentIntoAndThatFromTheLead() {
        LeadCase lead = LeadCase.concluded(duban, Map.of());
        KeyOrder merged = orderFrom(lead).received();
        KeyOrder between = KeyOrder.drafted(duban).received();
        KeyOrder into = KeyOrder.drafted(duban).received();
        merge(merged, between);
        merge(between, into);

        assertThat(page("supervision-office.310000", into.id)).contains("举报线索", link(lead.ref));
        assertThat(page("supervision-office.310000", lead.ref)).contains(link(merged.id), link(into.id));
        assertThat(jdbc.queryForObject("select replied_on from lead where lead_ref = ?", String.class, lead.ref))
                .as("the reporter has been answered before there was an order")
                .isNotNull();
        silent("government.310104", into, lead, null);
    }

    private static void merge(KeyOrder order, KeyOrder into) {
        order.office
                .asksToEnd(order.id, "MERGER", "SAME_FACTS", Map.of("targetOrder", into.id))
                .is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));
    }

    private void silent(String account, KeyOrder order, LeadCase lead, @Nullable String task) {
        Map<String, String> read = new CaseReader(duban, account).everything(order.id, task);
        assertThat(read).as(account).containsKey("/cases/" + order.id);
        read.forEach((route, text) ->
                assertThat(text).as(account + " " + route).doesNotContain(lead.ref, "举报线索</h3>", "id=\"leads\""));
    }

    private KeyOrder orderFrom(LeadCase lead) {
        lead.ordered();
        return KeyOrder.existing(
                duban,
                jdbc.queryForObject("select order_id from order_origin where origin_ref = ?", String.class, lead.ref));
    }

    private static String link(String caseId) {
        return "href=\"/cases/" + caseId + "\"";
    }

    private String page(String account, String id) {
        HttpResponse<byte[]> page = new Uploads(duban).take(account, "/cases/" + id);
        assertThat(page.statusCode()).as(account + " " + id).isEqualTo(200);
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
