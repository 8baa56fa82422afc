package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 当事单位: what a district that is held to account reads of its case, step by step, and what nobody there ever reads. */
class AccountabilityPartyTest extends EndToEnd {

    private static final List<String> PARTY =
            List.of("government.310104", "supervision-office.310104", "supervision-lead.310104");
    private static final List<String> OTHERS = List.of(
            "inspector.310104",
            "petition-office.310104",
            "education-bureau.310104",
            "institution-head.310104T001",
            "school-head.310104S001",
            "government.310101",
            "supervision-office.310101",
            "supervision-lead.310105");

    /** Words of the working group, of how the statement was weighed, of the proposal. */
    private static final List<String> DELIBERATION =
            List.of("组长甲", "成员乙", "约谈后仍整改不力", "与查明的事实不符", "不影响认定", "情节中", "抄送组织部门", "提请依据");

    @Test
    void thePartyReadsWhatItIsToldAndWhenItIsTold() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String id = proposed(order);
        Ladder ladder = new Ladder(duban);
        nobodyKnows(order, id);

        ladder.factsEstablished(id);
        nobodyKnows(order, id);

        ladder.notified(id);
        sees(order, id, "HEARING", List.of("书面告知", "直接送达", "陈述申辩期限"), List.of("\"label\":\"陈述申辩\"", "问责决定编号"));
        assertThat(papers(id)).containsExactly("问责告知书");

        ladder.heard(id);
        sees(order, id, "DECIDING", List.of("已认识到问题"), List.of("问责决定编号"));

        ladder.decided(id);
        sees(order, id, "DECIDING", List.of("已认识到问题"), List.of("问责决定编号", "问责事实清楚", "公开批评", "教督问"));
        assertThat(papers(id)).as("what it has read it keeps").containsExactly("问责告知书");
        assertThat(page("government.310104", id)).contains("问责告知书").doesNotContain("问责决定书");
        KeyOrder.stream(order.office.get("/api/cases/" + id + "/papers").ok().body())
                .forEach(each -> as("government.310104")
                        .get("/api/papers/" + each.path("paper").path("id").asText())
                        .is(each.path("kindLabel").asText().equals("问责告知书") ? 200 : 404));
        assertThat(new Uploads(duban)
                        .take("government.310104", "/api/cases/" + id + "/file.zip")
                        .statusCode())
                .isEqualTo(403);

        ladder.delivered(id);
        sees(order, id, "ISSUED", List.of("问责决定编号", "基本情况属实", "问责事实清楚", "公开批评", "送达"), List.of());
        assertThat(papers(id)).containsExactlyInAnyOrder("问责告知书", "问责决定书");
        assertThat(page("government.310104", id)).contains("问责决定书", "问责告知书");
        assertThat(order.timeline())
                .as("the issuer reads it all")
                .anyMatch(line -> line.startsWith("问责：审定同意问责"))
                .anyMatch(line -> line.startsWith("问责：提请问责"));
    }

    @Test
    void whatWasToldStaysReadableWhenTheDirectorSendsTheCaseBack() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String id = proposed(order);
        Ladder ladder = new Ladder(duban);
        ladder.factsEstablished(id);
        ladder.notified(id);
        ladder.heard(id);

        as("committee-director.310000")
                .does(
                        id,
                        "userTask_decideAccountability",
                        Papers.of("decision", "RETURNED", "reason", "责任划分不清，请补充调查认定"));

        sees(order, id, "DECIDING", List.of("书面告知", "已认识到问题"), List.of("责任划分不清", "退回"));
    }

    /** The lead watches the cases of the district in Cockpit; what is deliberated about the district is not among them. */
    @Test
    void whoOverseesTheDistrictFindsNothingOfItInTheEngine() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String id = proposed(order);
        String task = order.lead.task(id, "userTask_formWorkingGroup");

        for (String account : List.of("supervision-lead.310104", "committee-director.310104")) {
            assertThat(count(account, "process-instance/count?businessKey=" + id))
                    .isZero();
            assertThat(count(account, "history/process-instance/count?processInstanceBusinessKey=" + id))
                    .isZero();
            assertThat(count(account, "history/task/count?processInstanceBusinessKey=" + id))
                    .isZero();
            as(account).form(task).is(404);
            as(account).get("/api/tasks/" + task + "/case").is(404);
            assertThat(as(account).get("/api/tasks/cards?ids=" + task).ok().body())
                    .isEmpty();
        }
        assertThat(count("supervision-lead.310000", "process-instance/count?businessKey=" + id))
                .isEqualTo(1);
    }

    private int count(String account, String query) {
        return as(account)
                .get("/camunda/api/engine/engine/default/" + query)
                .ok()
                .body()
                .path("count")
                .asInt(-1);
    }

    /** The decision is addressed to the district; the school that was told reads its own part, and no other. */
    @Test
    void aDecisionOnlyPersonsWereNotifiedOfIsTheAddresseesFromItsDeliveryOn() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        String id = proposed(order);
        Ladder ladder = new Ladder(duban);
        ladder.factsEstablished(
                id,
                Papers.of("kind", "INSTITUTION", "unit", Papers.INSTITUTION, "severity", "LIGHT"),
                Papers.of(
                        "kind",
                        "RESPONSIBLE_PERSON",
                        "name",
                        "（演示）涉事人丁",
                        "unit",
                        Papers.INSTITUTION,
                        "severity",
                        "GRAVE"));
        ladder.notified(id);
        ladder.heard(id);
        ladder.decided(id, "INTERVIEW");
        Person institution = as("institution-head." + Papers.INSTITUTION);

        JsonNode told = institution.get("/api/accountabilities/" + id).ok().body();
        assertThat(told.path("subjects")).hasSize(1);
        assertThat(html("institution-head." + Papers.INSTITUTION, "/"))
                .as("a unit without a part in the order finds its case from the start page")
                .contains("/cases/" + id);
        assertThat(told.toString()).contains("书面告知").doesNotContain("涉事人丁");
        as("government.310104").get("/api/accountabilities/" + id).refused(404, "", "not-found");

        ladder.delivered(id);

        assertThat(as("government.310104")
                        .get("/api/accountabilities/" + id)
                        .ok()
                        .body()
                        .toString())
                .contains("问责事实清楚")
                .doesNotContain("涉事人丁", "书面告知");
        assertThat(institution.get("/api/accountabilities/" + id).ok().body().toString())
                .contains("问责事实清楚")
                .doesNotContain("涉事人丁");
        assertThat(papersOf("institution-head." + Papers.INSTITUTION, id))
                .as("each reads what is addressed to it")
                .containsExactly("问责告知书");
        assertThat(papers(id)).containsExactly("问责决定书");
    }

    private String proposed(KeyOrder order) {
        for (int number = 1; number <= 3; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + number + "号", duban.today(), 1)
                    .is(201);
        }
        return order.accountabilities().get(0).path("id").asText();
    }

    private void nobodyKnows(KeyOrder order, String id) {
        PARTY.forEach(each -> knowsNothing(each, order, id));
        OTHERS.forEach(each -> knowsNothing(each, order, id));
    }

    private void knowsNothing(String account, KeyOrder order, String id) {
        Person person = as(account);
        person.get("/api/accountabilities/" + id).refused(404, "", "not-found");
        assertThat(person.get("/api/accountabilities?order=" + order.id).ok().body())
                .as(account)
                .isEmpty();
        person.get("/api/cases/" + id + "/papers").refused(404, "", "not-found");
        assertThat(new Uploads(duban).take(account, "/cases/" + id).statusCode())
                .as(account)
                .isEqualTo(404);
        assertThat(html(account, "/")).as(account).doesNotContain(id);
        trailIsSilent(person, order);
    }

    private static void trailIsSilent(Person person, KeyOrder order) {
        Answer dossier = person.get("/api/orders/" + order.id);
        if (dossier.status() == 200) {
            assertThat(dossier.body().path("timeline").toString())
                    .as(person.account())
                    .doesNotContain("问责");
        }
    }

    private void sees(KeyOrder order, String id, String state, List<String> told, List<String> notYet) {
        for (String account : PARTY) {
            JsonNode seen = as(account).get("/api/accountabilities/" + id).ok().body();
            assertThat(seen.path("state").asText()).isEqualTo(state);
            assertThat(seen.toString()).as(account).contains(told).doesNotContain(DELIBERATION);
            assertThat(page(account, id)).as(account).doesNotContain(DELIBERATION);
            notYet.forEach(words -> {
                assertThat(seen.toString()).as(account).doesNotContain(words);
            });
            JsonNode line = as(account)
                    .get("/api/accountabilities?order=" + order.id)
                    .ok()
                    .body()
                    .path(0);
            assertThat(line.path("state").asText()).isEqualTo(state);
            assertThat(line.has("number")).isEqualTo(state.equals("ISSUED"));
            assertThat(line.has("proposedAt")).isFalse();
            assertThat(page(account, order.id)).contains("/cases/" + id);
            assertThat(html(account, "/")).as(account).contains("本单位的问责", "/cases/" + id);
            trailIsSilent(as(account), order);
        }
        OTHERS.forEach(each -> knowsNothing(each, order, id));
    }

    private List<String> papers(String id) {
        return papersOf("government.310104", id);
    }

    private List<String> papersOf(String account, String id) {
        return KeyOrder.stream(
                        as(account).get("/api/cases/" + id + "/papers").ok().body())
                .map(each -> each.path("kindLabel").asText())
                .toList();
    }

    private String page(String account, String id) {
        return html(account, "/cases/" + id);
    }

    private String html(String account, String path) {
        HttpResponse<byte[]> page = new Uploads(duban).take(account, path);
        assertThat(page.statusCode()).as(account).isEqualTo(200);
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
