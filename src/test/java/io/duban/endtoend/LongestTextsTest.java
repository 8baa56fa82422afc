package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes as much as a form takes is understood; whoever writes more is told so: neither breaks anything. */
class LongestTextsTest extends EndToEnd {

    @BeforeEach
    void writeMuch() {
        duban = duban.wordy();
    }

    @Test
    void anOrderIsReturnedAtEveryCheckAndSignedOffWithTheLongestWords() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.reviewed(Papers.with(Papers.review(duban.today().plusDays(20)), "causeSufficient", false));
        order.government.does(
                order.id, "userTask_supplementReport", Papers.with(Papers.report(), "responsible", "分管副区长"));
        order.reviewed(Papers.review(duban.today().plusDays(20))).planned(1).evidenced(1);
        order.districtOffice.does(
                order.id, "userTask_verifyRectification", order.problem(1), Papers.failed("退费凭证缺少签字"));
        assertThat(order.timeline()).contains("问题 1：初验不通过");
        order.planned(1).evidenced(1).verified(1);
        order.office.does(order.id, "userTask_signOffProblem", order.problem(1), Papers.failed("消除影响举证不足"));
        order.done(1);
        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));

        order.lookedBack(Papers.lookBack(1, 1));

        assertThat(order.state()).isEqualTo("RECTIFYING");
    }

    @Test
    void interviewAndAccountabilityTakeTheLongestWords() {
        KeyOrder order = KeyOrder.drafted(duban)
                .reported()
                .reviewed(Papers.with(
                        Papers.review(duban.today().plusDays(20)), "interestSevere", true, "impactBad", true));
        String accountability = order.accountabilities().get(0).path("id").asText();
        new Ladder(duban).heldAccountable(accountability);

        KeyOrder late = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = late.interviews().get(0).path("id").asText();
        new Ladder(duban).interviewed(interview);

        assertThat(late.office.get("/api/interviews/" + interview).ok().text("state"))
                .isEqualTo("UNRESOLVED");
    }

    @Test
    void aLeadIsConcludedWithTheLongestWords() {
        LeadCase lead = LeadCase.concluded(duban, Map.of());

        assertThat(jdbc.queryForObject(
                        "select length(conclusion_text) from lead where lead_ref = ?", Integer.class, lead.ref))
                .isEqualTo(4000);
    }

    @Test
    void programsAreHeldToTheLimitsOfTheForms() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        String ends = "/api/orders/" + order.id + "/discontinuations";
        Map<String, Object> transfer = Papers.of(
                "kind", "TRANSFER", "reason", "CRIMINAL", "explanation", "涉嫌犯罪，应予移送。", "receivingBody", "公安机关");

        order.office
                .post(ends, Papers.with(transfer, "explanation", "字".repeat(2001)))
                .refused(422, "explanation", "max-length");
        order.office
                .post(ends, Papers.with(transfer, "receivingBody", "字".repeat(201)))
                .refused(422, "receivingBody", "max-length");
        order.government.asksForMoreTime(order.id, null, 3, "字".repeat(2001)).refused(422, "reason", "max-length");
        order.office
                .post(ends, Papers.with(transfer, "explanation", "字".repeat(2000), "receivingBody", "字".repeat(200)))
                .is(201);
        as("petition-office.310104")
                .post(
                        "/api/report-channels",
                        Papers.of(
                                "unit",
                                "310104",
                                "type",
                                "PHONE",
                                "address",
                                "021-12345",
                                "openHours",
                                "字".repeat(101),
                                "publicSince",
                                "2026-10-01"))
                .refused(422, "openHours", "length");
    }

    @Test
    void aBulletinMayNameAHundredProblems() {
        KeyOrder order = KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 100)
                .reported();

        order.office
                .post(
                        "/api/orders/" + order.id + "/bulletins",
                        Papers.with(
                                Papers.bulletin(
                                        "字".repeat(100),
                                        duban.today(),
                                        IntStream.rangeClosed(1, 100).boxed().toArray(Integer[]::new)),
                                "title",
                                "题".repeat(500)))
                .is(201);

        List<String> told = order.timeline();
        assertThat(told).anyMatch(each -> each.startsWith("登记通报：") && each.endsWith("…") && each.length() == 2000);
    }

    @Test
    void anInterviewIsEndedWithTheLongestReason() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = order.interviews().get(0).path("id").asText();
        order.office.asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of()).is(201);
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意"));
        String ending = "/api/interviews/" + interview + "/ending";

        order.office.post(ending, Map.of("reason", "字".repeat(1001))).refused(422, "reason", "max-length");
        order.office.post(ending, Map.of("reason", "字".repeat(1000))).ok();
    }
}
