package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import io.duban.reporter.TestFiles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * 办理过程 as the addressee's side reads it: what was said before the order went out, what its issuer considered and did
 * not do, who looked at what and who was turned away stays with the issuer, by every way to the case.
 */
class DistrictTrailTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final List<String> ISSUERS_OWN = List.of(
            "退回理由不外传", "初拟标题不外传", "退回修改", "拟制重点问题督办单", "拟稿送签", "申请撤销", "不同意撤销", "回避关系", "导出案卷（公文", "下载重点问题督办单", "查阅材料");

    @Autowired
    private List<TaskAdmission> admissions;

    @Test
    void theDistrictReadsTheOrdersWayFromTheDayItWentOutAndTheAccusedUnitNoneOfIt() {
        Map<String, Object> draft =
                Papers.with(Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 1), "title", "初拟标题不外传");
        KeyOrder order = KeyOrder.drafted(duban, draft);
        new Uploads(duban)
                .keep(OFFICE, order.id, Map.of(), "底稿.png", TestFiles.png("x").content())
                .is(201);
        order.submitted();
        order.lead.does(order.id, "userTask_issueOrder", Papers.of("decision", "RETURN", "reason", "退回理由不外传"));
        order.office.does(order.id, "userTask_draftOrder", Papers.checked(Papers.with(draft, "title", "终稿标题")));
        order.signed();
        knowsNothing("government.310104", order, "userTask_receiveOrder");
        knowsNothing("supervision-office.310104", order, null);

        order.receipt();
        order.office
                .asksToEnd(order.id, "WITHDRAWAL", "WRONGLY_ISSUED", Map.of())
                .is(201);
        knowsNothing("government.310104", order, null);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "REFUSE", "note", "不属错发"));
        turnedAway(order.id);
        readByTheIssuer(order);
        order.handIn().report().reviewed(Papers.review(duban.today().plusDays(20)));

        knowsNothing("government.310104", order, null);
        knowsNothing(Papers.INSTITUTION, order);
        order.planned(1).evidenced(1);
        knowsNothing("supervision-office.310104", order, "userTask_verifyRectification");

        assertThat(order.districtOffice.timeline(order.id))
                .as("and the rest is theirs")
                .contains("签发", "报送调查报告", "确认问题清单，交办整改")
                .anyMatch(line -> line.startsWith("印发重点问题督办单"))
                .anyMatch(line -> line.startsWith("送达"))
                .noneMatch(line -> line.startsWith("提交材料"));
        assertThat(order.timeline()).as("the issuer reads it all").anyMatch(line -> line.contains("退回理由不外传"));
        assertThat(String.join("\n", order.timeline())).contains(ISSUERS_OWN);
    }

    private void knowsNothing(String accused, KeyOrder order) {
        Map<String, String> read =
                new CaseReader(duban, "institution-head." + accused).everything(order.id, "userTask_planRectification");
        assertThat(read).containsKeys("/cases/" + order.id).doesNotContainKeys("ZIP", "/api/orders/" + order.id);
        read.forEach((route, text) ->
                assertThat(text).as(route).doesNotContain(ISSUERS_OWN).doesNotContain("送达", "报送调查报告"));
    }

    private void knowsNothing(String account, KeyOrder order, @Nullable String task) {
        Map<String, String> read = new CaseReader(duban, account).everything(order.id, task);
        assertThat(read).containsKeys("/api/orders/" + order.id, "/cases/" + order.id);
        assertThat(read.containsKey("ZIP")).isEqualTo(account.startsWith("supervision-office"));
        read.forEach((route, text) -> assertThat(text).as(account + " " + route).doesNotContain(ISSUERS_OWN));
    }

    private void readByTheIssuer(KeyOrder order) {
        Uploads uploads = new Uploads(duban);
        String paper = order.office
                .get("/api/cases/" + order.id + "/papers")
                .ok()
                .body()
                .path(0)
                .path("paper")
                .path("id")
                .asText();
        assertThat(uploads.take(OFFICE, "/api/papers/" + paper).statusCode()).isEqualTo(200);
        String file = order.office
                .get("/api/cases/" + order.id + "/evidence")
                .ok()
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        assertThat(uploads.take(OFFICE, "/api/evidence/" + file).statusCode()).isEqualTo(200);
        assertThat(uploads.take(OFFICE, "/api/cases/" + order.id + "/file.zip").statusCode())
                .isEqualTo(200);
    }

    private void turnedAway(String order) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(OFFICE, null, OFFICE, "supervision-office"));
        try {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> admissions.forEach(
                            rule -> rule.admit("userTask_investigate", order, "institution-head.310104T001")));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
