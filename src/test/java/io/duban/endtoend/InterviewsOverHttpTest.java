package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 约谈 over HTTP: who finds it when, and when it may be ended. */
class InterviewsOverHttpTest extends EndToEnd {

    private static final String REASON = "督办单系重复发出，已撤销。";
    private static final Map<String, Object> ENDING = Map.of("reason", REASON);

    /** A school or institution that an order is addressed to reports itself what it has put right. */
    @ParameterizedTest
    @CsvSource({"310104T001, institution-head", "310104S001, school-head"})
    void theHeadOfAUnitThatWasInterviewedReportsWhatWasPutRight(String unit, String head) {
        Person office = as("supervision-office.310104");
        Map<String, Object> paper =
                Papers.letter("RECTIFICATION_ORDER", unit, duban.today().plusDays(4));
        String order = office.drafts(paper);
        office.does(order, "userTask_draftOrder", Papers.checked(paper));
        as("supervision-lead.310104").does(order, "userTask_issueOrder", Papers.signed());
        Person answers = as(head + "." + unit);
        answers.does(order, "userTask_receiveOrder", Papers.of("responsible", "负责人"));
        duban.clockTo("2026-10-23T09:00");
        String interview = office.get("/api/interviews?order=" + order)
                .ok()
                .body()
                .get(0)
                .path("id")
                .asText();
        new Ladder(duban, "310104").rectificationDemanded(interview, unit);

        assertThat(answers.taskKeys(interview)).containsExactly("userTask_submitInterviewRectification");
        answers.does(
                interview,
                "userTask_submitInterviewRectification",
                Papers.of("measures", "已公示收费项目和标准", "results", "逐项整改到位，并退还多收费用"));

        assertThat(office.get("/api/interviews/" + interview).ok().text("state"))
                .isEqualTo("FOLLOW_UP");
    }

    @Test
    void theInterviewedSideFindsItOnceItIsNotifiedAndASiblingNever() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        Person sibling = as("supervision-office.310101");
        Person siblingGovernment = as("government.310101");

        assertThat(found(order.office, order)).containsExactly(interview);
        assertThat(found(order.government, order)).isEmpty();
        order.government.get("/api/interviews/" + interview).refused(404, "", "not-found");
        order.districtOffice.get("/api/interviews/" + interview).refused(404, "", "not-found");
        assertThat(order.timeline()).anyMatch(each -> each.startsWith("约谈："));
        for (Person told : List.of(order.government, order.districtOffice)) {
            assertThat(told.order(order.id).path("timeline").toString())
                    .contains("签收")
                    .doesNotContain("约谈");
        }

        notified(interview);

        assertThat(found(order.government, order)).containsExactly(interview);
        Answer seen = order.government.get("/api/interviews/" + interview).ok();
        assertThat(seen.text("state")).isEqualTo("NOTIFIED");
        assertThat(seen.body().path("facts").toString()).contains("多次催办仍未办结");
        for (Person other : List.of(sibling, siblingGovernment, order.unit)) {
            assertThat(found(other, order)).as(other.account()).isEmpty();
            other.get("/api/interviews/" + interview).refused(404, "", "not-found");
            other.post("/api/interviews/" + interview + "/ending", ENDING).refused(404, "", "not-found");
        }
    }

    @Test
    void whatIsUnknownOrIncompleteIsRefused() throws Exception {
        Person office = as("supervision-office.310000");

        office.get("/api/interviews").refused(400, "order", "readable");
        assertThat(office.get("/api/interviews?order=none").ok().body()).isEmpty();
        office.get("/api/interviews/none").refused(404, "", "not-found");
        office.post("/api/interviews/none/ending", ENDING).refused(404, "", "not-found");
        assertThat(duban.call("supervision-office.310000", "DELETE", "/api/interviews/none", null)
                        .status())
                .isIn(403, 405);
        var nobody = HttpRequest.newBuilder(URI.create(duban.address() + "/api/interviews?order=none"))
                .build();
        assertThat(Duban.exchanged(HttpClient.newHttpClient(), nobody).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whenItsOrderIsWithdrawnTheOfficeIsToldAndMayEndIt() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        notified(interview);
        String ending = "/api/interviews/" + interview + "/ending";
        Answer early = order.office.post(ending, ENDING).refused(409, "", "interview-ground");
        assertThat(early.text("state")).isEqualTo("NOTIFIED");
        assertThat(early.text("stateName")).isEqualTo("已通知，待约谈");

        withdraw(order);

        String told = "所依据的督办单已撤销，发文单位督导办可以终止约谈，也可以继续";
        assertThat(trail(interview)).contains(told);
        assertThat(order.timeline()).contains("约谈：" + told);
        assertThat(order.office
                        .find(interview, "userTask_holdInterview", null)
                        .orElseThrow()
                        .path("card")
                        .path("title")
                        .asText())
                .endsWith("（所依据的督办单已撤销）");
        order.lead.post(ending, ENDING).refused(403, "", "interview-office");
        order.government.post(ending, ENDING).refused(403, "", "interview-office");
        order.office.post(ending, Map.of()).refused(422, "reason", "required");
        order.office.post(ending, Map.of("reason", "字".repeat(2001))).refused(422, "reason", "max-length");

        assertThat(order.office.post(ending, ENDING).ok().text("state")).isEqualTo("ENDED");

        assertThat(trail(interview)).endsWith("终止约谈：" + REASON);
        assertThat(order.office.tasks(interview)).isEmpty();
        Answer again = order.office.post(ending, ENDING).refused(409, "", "interview-state");
        assertThat(again.text("state")).isEqualTo("ENDED");
    }

    @Test
    void itMayAlsoGoOnAfterTheWithdrawal() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        withdraw(order);

        notified(interview);

        assertThat(order.office.get("/api/interviews/" + interview).ok().text("state"))
                .isEqualTo("NOTIFIED");
    }

    @Test
    void anOrderThatProvedUnfoundedMayEndItToo() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        order.handIn().report();
        String ending = "/api/interviews/" + interview + "/ending";
        assertThat(order.office
                        .post(ending, ENDING)
                        .refused(409, "", "interview-ground")
                        .text("detail"))
                .contains("没有撤销、移送、并案或者查否办结");

        order.reviewed(Papers.unfounded(1));

        assertThat(order.state()).isEqualTo("CLOSED_UNFOUNDED");
        assertThat(trail(interview)).contains("所依据的督办单已查否办结，发文单位督导办可以终止约谈，也可以继续");
        assertThat(order.office.post(ending, ENDING).ok().text("state")).isEqualTo("ENDED");
    }

    @Test
    void anOrderThatEndsInTheRegularWayLeavesItAlone() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String interview = proposed(order);
        order.handIn().report();
        order.reviewed(Papers.review(duban.today().plusDays(20))).done(1);
        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        order.lookedBack(Papers.lookBack(1));
        assertThat(order.state()).isEqualTo("CLOSED");

        Answer refused = order.office
                .post("/api/interviews/" + interview + "/ending", ENDING)
                .refused(409, "", "interview-ground");

        assertThat(refused.text("detail")).doesNotContain("在办").doesNotContain("办理，");
        assertThat(trail(interview)).noneMatch(sentence -> sentence.contains("终止"));
    }

    private String proposed(KeyOrder order) {
        duban.clockTo(Ladder.INTERVIEW_DUE);
        return order.interviews().get(0).path("id").asText();
    }

    private void notified(String interview) {
        as("supervision-lead.310000")
                .does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        as("supervision-office.310000")
                .does(
                        interview,
                        "userTask_notifyInterviewee",
                        Papers.of(
                                "intervieweeUnit",
                                "310104",
                                "meetingDate",
                                duban.today().toString(),
                                "place",
                                "市教委会议室",
                                "noticeText",
                                "请区人民政府分管负责人到会，说明逾期未报送调查报告的原因。"));
    }

    private static void withdraw(KeyOrder order) {
        order.office.asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));
        assertThat(order.state()).isEqualTo("WITHDRAWN");
    }

    private static List<String> found(Person person, KeyOrder order) {
        return KeyOrder.stream(
                        person.get("/api/interviews?order=" + order.id).ok().body())
                .map(each -> each.path("id").asText())
                .toList();
    }

    private List<String> trail(String interview) {
        return jdbc.queryForList(
                "select sentence from audit_event where case_id = ? order by id", String.class, interview);
    }
}
