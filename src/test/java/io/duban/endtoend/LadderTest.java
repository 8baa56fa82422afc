package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.order.OrdersAgainst;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to those who do not answer: 催办, then 约谈, then 问责, while the order itself goes on (T21–T24). */
class LadderTest extends EndToEnd {

    private static final String OFFICE = "supervision-office.310000";
    private static final String LEAD = "supervision-lead.310000";

    @Autowired
    private OrdersAgainst against;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void urgesEachThirdWorkingDayAndProposesAnInterviewAfterTheThird() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        assertThat(order.due("INVESTIGATION")).isEqualTo(LocalDate.of(2026, 10, 13));
        duban.clockTo("2026-10-13T23:59");
        assertThat(reminders(order)).isZero();
        assertThat(card(order).path("overdue").asBoolean()).isFalse();

        duban.clockTo("2026-10-14T00:00:30");
        assertThat(order.timeline()).contains("调查核实期限届满，记入逾期", "催办（第 1 次），已逾期 1 个工作日");
        assertThat(card(order).path("overdue").asBoolean()).isTrue();
        assertThat(card(order).path("reminders").asInt()).isEqualTo(1);
        duban.clockTo("2026-10-18T23:00");
        assertThat(reminders(order)).as("not each day").isEqualTo(1);
        duban.clockTo("2026-10-19T09:00");
        assertThat(reminders(order)).isEqualTo(2);
        duban.clockTo("2026-10-22T09:00");
        assertThat(reminders(order)).isEqualTo(3);
        duban.clockTo("2026-10-26T23:00");
        assertThat(order.interviews()).isEmpty();

        duban.clockTo(Ladder.INTERVIEW_DUE);

        assertThat(order.interviews())
                .singleElement()
                .satisfies(each -> assertThat(each.path("reasons").asText()).isEqualTo("多次催办仍未办结"));
        assertThat(order.lead.taskKeys(interview(order))).containsExactly("userTask_approveInterview");
        assertThat(order.state()).isEqualTo("INVESTIGATING");
        duban.clockTo("2026-11-10T09:00");
        assertThat(order.interviews()).as("one at once").hasSize(1);
        assertThat(reminders(order))
                .as("and urged on meanwhile, five times at most")
                .isEqualTo(5);
        assertThat(order.handIn().report().state()).as("the order goes on").isEqualTo("UNDER_REVIEW");
        duban.clockTo("2026-11-13T09:00");
        assertThat(reminders(order)).as("nothing is owed any more").isEqualTo(5);
    }

    /** It was one numbered paper for each working day, for ever. */
    @Test
    void halfAYearOfSilenceIsFivePapers() {
        KeyOrder order = KeyOrder.drafted(duban).received();

        duban.clockTo("2027-04-13T09:00");

        assertThat(reminders(order)).isEqualTo(5);
        assertThat(order.interviews()).hasSize(1);
    }

    @Test
    void goesOnToAccountabilityWhenTheInterviewHasLedToNothing() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = interview(order);
        holdInterview(interview);
        assertThat(interviewState(interview)).isEqualTo("RECTIFYING");
        duban.clockTo("2026-11-12T09:00");
        assertThat(interviewTimeline(interview)).anyMatch(sentence -> sentence.contains("逾期"));

        follow(interview, "UNRESOLVED");
        assertThat(order.accountabilities()).hasSize(1);
        String accountability = order.accountabilities().get(0).path("id").asText();
        assertThat(order.lead.taskKeys(accountability)).containsExactly("userTask_formWorkingGroup");
        assertThat(order.state()).isEqualTo("INVESTIGATING");

        holdAccountable(accountability);
        JsonNode closed =
                as(OFFICE).get("/api/accountabilities/" + accountability).ok().body();
        assertThat(closed.path("state").asText()).isEqualTo("ARCHIVED");
        assertThat(closed.toString()).contains("基本情况属实", "问责事实清楚", "教育督导问责办法", "公开批评", "2026-11-");
        assertThat(order.timeline()).anyMatch(sentence -> sentence.contains("问责"));
        assertThat(order.state())
                .as("the order itself is still to be worked on")
                .isEqualTo("INVESTIGATING");
    }

    /** The office's own delay takes nothing from the term of the interviewed side. */
    @Test
    void theInterviewedSideReportsBeforeTheBulletinIsOut() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = interview(order);
        Ladder ladder = new Ladder(duban);
        order.lead.does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        ladder.invited(interview, "310104");
        ladder.held(interview);

        ladder.rectified(interview);

        assertThat(interviewState(interview)).isEqualTo("HELD");
        assertThat(order.office.taskKeys(interview)).containsExactly("userTask_reportToPartyAndGovernment");
        ladder.reported(interview);
        assertThat(interviewState(interview)).isEqualTo("FOLLOW_UP");
        follow(interview, "RESOLVED");
        assertThat(interviewState(interview)).isEqualTo("RESOLVED");
    }

    @Test
    void theTermRunsOutWhileTheBulletinIsStillOwed() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = interview(order);
        Ladder ladder = new Ladder(duban);
        order.lead.does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        ladder.invited(interview, "310104");
        ladder.held(interview);
        duban.clockTo("2026-11-12T09:00");
        assertThat(interviewTimeline(interview)).anyMatch(sentence -> sentence.contains("记逾期"));

        ladder.reported(interview);

        assertThat(interviewState(interview)).isEqualTo("FOLLOW_UP");
        follow(interview, "UNRESOLVED");
        assertThat(order.accountabilities()).hasSize(1);
    }

    @Test
    void stopsWhenTheInterviewHelped() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = interview(order);
        holdInterview(interview);
        order.handIn().report();
        as("government.310104")
                .does(
                        interview,
                        "userTask_submitInterviewRectification",
                        Papers.of("measures", "区政府专题研究，限期报送调查报告", "results", "调查报告已经报送，逾期责任已追究"));

        follow(interview, "RESOLVED");
        duban.clockByWorkingDays(4);

        assertThat(interviewState(interview)).isEqualTo("RESOLVED");
        assertThat(order.accountabilities()).isEmpty();
        assertThat(order.interviews()).hasSize(1);
    }

    @Test
    void proposesOneInterviewThoughTwoReasonsComeAtOnce() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.reviewed(Papers.with(Papers.reviewOfOneDropped(), "falsified", true, "reviewNote", "伪造收费凭证"));
        assertThat(order.interviews()).hasSize(1);

        duban.clockTo("2026-10-21T09:00");

        assertThat(order.timeline()).contains("调查核实期限届满，记入逾期");
        assertThat(reminders(order)).isEqualTo(2);
        assertThat(order.interviews()).hasSize(1);
    }

    @Test
    void aDeclinedInterviewIsNotProposedAgainAtOnce() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        order.lead.does(
                interview(order), "userTask_approveInterview", Papers.of("decision", "DECLINED", "opinion", "先电话督促"));

        assertThat(order.interviews())
                .extracting(each -> each.path("state").asText())
                .containsExactly("DECLINED");
        duban.clockByWorkingDays(1);
        assertThat(order.interviews()).hasSize(1);
    }

    /** Due on a Friday: nobody is urged at the weekend, on Monday with one working day of delay. */
    @Test
    void urgesOnTheFirstWorkingDayWhenATermEndsBeforeADayOff() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(18);
        assertThat(order.problemLine(1).path("due").asText()).isEqualTo("2026-10-23");
        duban.clockTo("2026-10-23T23:59");
        assertThat(reminders(order)).isZero();

        duban.clockTo("2026-10-25T23:00");
        assertThat(reminders(order)).as("Saturday and Sunday").isZero();
        assertThat(order.timeline()).noneMatch(sentence -> sentence.contains("逾期 0 个"));
        assertThat(order.state()).isEqualTo("RECTIFYING");
        duban.clockTo("2026-10-26T09:00");

        assertThat(order.timeline()).contains("催办（第 1 次），已逾期 1 个工作日");
        assertThat(reminders(order)).isEqualTo(1);
    }

    /** T16, D07: what an earlier interview has answered for is the past, not what comes afterwards. */
    @Test
    void aRelapseAfterAnInterviewIsEscalatedAnew() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String first = interview(order);
        new Ladder(duban).rectificationDemanded(first, "310104");
        new Ladder(duban).rectified(first);
        follow(first, "RESOLVED");
        relapsed(order);

        assertThat(order.interviews()).hasSize(2);
        assertThat(order.interviews().get(1).path("reasons").asText()).isEqualTo("问题整改不力");
        String second = order.interviews().get(1).path("id").asText();
        order.lead.does(second, "userTask_approveInterview", Papers.of("decision", "DECLINED", "opinion", "先电话督促"));
        duban.clockByWorkingDays(1);
        assertThat(order.interviews()).as("the relapse was weighed").hasSize(2);
    }

    @Test
    void aRelapseAfterADeclinedInterviewIsEscalatedAnew() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        order.lead.does(
                interview(order), "userTask_approveInterview", Papers.of("decision", "DECLINED", "opinion", "先电话督促"));
        relapsed(order);

        assertThat(order.interviews()).hasSize(2);
    }

    /** A41: leads that were known when an interview was declined are not held against the unit again, newer ones are. */
    @Test
    void newLeadsAfterAnInterviewAreWeighedAnew() {
        String unit = "310105T002";
        KeyOrder order = KeyOrder.drafted(duban, "310105", unit, 1).received();
        try {
            validLeads(unit, "before");
            reassess(unit);
            assertThat(order.interviews())
                    .extracting(each -> each.path("reasons").asText())
                    .containsExactly("举报问题多");
            order.lead.does(
                    interview(order),
                    "userTask_approveInterview",
                    Papers.of("decision", "DECLINED", "opinion", "先电话督促"));
            duban.clockByWorkingDays(1);
            reassess(unit);
            assertThat(order.interviews()).hasSize(1);

            validLeads(unit, "after");
            reassess(unit);

            assertThat(order.interviews()).hasSize(2);
        } finally {
            jdbc.update("delete from lead where accused_unit = ? and registered_by = 'ladder'", unit);
        }
    }

    /** D07: a case under way stands against another one; one that was concluded answers for what lay before it. */
    @Test
    void afterAConcludedAccountabilityNewGroundsLeadToAnother() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        bulletins(order, 1, 2, 3);
        notStarted(order);
        assertThat(order.accountabilities()).as("not proposed again at once").hasSize(1);
        bulletins(order, 4, 5);
        assertThat(order.accountabilities()).hasSize(1);

        bulletins(order, 6);

        assertThat(order.accountabilities())
                .extracting(each -> each.path("state").asText())
                .containsExactly("NOT_STARTED", "PROPOSED");
    }

    @Test
    void afterAConcludedAccountabilityRemindersLeadToAnInterviewAgain() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(18);
        bulletins(order, 1, 2, 3);
        duban.clockTo("2026-10-29T09:00");
        assertThat(reminders(order)).as("urged while the case is open").isEqualTo(2);
        notStarted(order);
        assertThat(order.interviews()).as("what it answered for").isEmpty();
        duban.clockByWorkingDays(1);
        assertThat(order.accountabilities()).hasSize(1);
        assertThat(order.interviews()).isEmpty();

        duban.clockByWorkingDays(11);

        assertThat(order.interviews()).hasSize(1);
        assertThat(order.accountabilities()).hasSize(1);
    }

    @Test
    void aSevereFindingIsProposedForAccountabilityOnce() {
        KeyOrder order = KeyOrder.drafted(duban).reported();
        order.reviewed(Papers.with(Papers.review(duban.today().plusDays(2)), "interestSevere", true));
        assertThat(order.accountabilities()).hasSize(1);
        notStarted(order);

        duban.clockByWorkingDays(4);

        assertThat(reminders(order)).isPositive();
        assertThat(order.accountabilities()).hasSize(1);
    }

    /** T24: only of open orders; what was proposed before is told and goes its own way. */
    @Test
    void anOrderThatProvedUnfoundedLeadsNowhereAndWhatWasProposedIsTold() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = interview(order);
        order.handIn().report();
        jdbc.update("update supervision_order set interest_severe = true where id = ?", order.id);

        order.reviewed(Papers.unfounded(1));

        assertThat(order.state()).isEqualTo("CLOSED_UNFOUNDED");
        assertThat(order.accountabilities()).isEmpty();
        assertThat(interviewTimeline(interview)).contains("所依据的督办单已查否办结，发文单位督导办可以终止约谈，也可以继续");
        order.office
                .post("/api/interviews/" + interview + "/ending", Papers.of("reason", "督办事项查否。"))
                .ok();
        duban.clockByWorkingDays(2);
        assertThat(order.accountabilities()).isEmpty();
        assertThat(order.interviews()).hasSize(1);
    }

    @Test
    void aProposedAccountabilityLearnsThatItsOrderProvedUnfounded() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        bulletins(order, 1, 2, 3);
        String accountability = order.accountabilities().get(0).path("id").asText();

        order.handIn().report().reviewed(Papers.unfounded(1));

        assertThat(interviewTimeline(accountability)).contains("所依据的督办单已查否办结，认定事实和审定时请予考虑，可以不予问责");
        notStarted(order);
        assertThat(order.accountabilities()).hasSize(1);
    }

    private void validLeads(String unit, String when) {
        for (int number = 1; number <= 5; number++) {
            jdbc.update(
                    "insert into lead (lead_ref, channel, source_level, named, accused_unit, receiving_unit, received_on,"
                            + " registered_by, state, in_scope, concrete, severe, vile, leader_concern, public_reaction,"
                            + " must_investigate, conclusion, concluded_on, version) values (?, 'PHONE', 'CITY', false, ?,"
                            + " '310000', ?, 'ladder', 'CONCLUDED', true, true, false, false, false, false, false, 'VALID',"
                            + " ?, 0)",
                    "ladder-" + when + number,
                    unit,
                    duban.today(),
                    duban.today());
        }
    }

    private void reassess(String unit) {
        new TransactionTemplate(transactions).executeWithoutResult(open -> against.reassess(unit));
    }

    private void relapsed(KeyOrder order) {
        order.handIn().report();
        order.reviewed(Papers.review(duban.today().plusDays(20))).done(1);
        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        order.lookedBack(Papers.lookBack(1, 1));
        assertThat(order.state()).isEqualTo("RECTIFYING");
    }

    private void bulletins(KeyOrder order, int... numbers) {
        for (int number : numbers) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + number + "号", duban.today(), 1)
                    .is(201);
        }
    }

    private void notStarted(KeyOrder order) {
        String accountability = order.accountabilities().get(0).path("id").asText();
        order.lead.does(
                accountability,
                "userTask_formWorkingGroup",
                Papers.of("members", List.of(member("组长甲", true), member("成员乙", false), member("成员丙", false))));
        order.office.does(
                accountability,
                "userTask_establishFacts",
                Papers.of(
                        "material",
                        "经调查认定，有关单位已按要求公示整改情况，通报所列问题正在按期整改，未发现拖延、隐瞒或者弄虚作假的情形，证据齐全。",
                        "start",
                        "NOT_START",
                        "reason",
                        "情节轻微，正在整改"));
    }

    private void holdInterview(String interview) {
        as(LEAD).does(interview, "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
        LocalDate today = duban.today();
        as(OFFICE)
                .does(
                        interview,
                        "userTask_notifyInterviewee",
                        Papers.of(
                                "intervieweeUnit", "310104",
                                "meetingDate", today.toString(),
                                "place", "市教委会议室",
                                "noticeText", "请区人民政府分管负责人到会，说明逾期未报送调查报告的原因。"))
                .does(
                        interview,
                        "userTask_holdInterview",
                        Papers.of(
                                "heldOn",
                                today.toString(),
                                "record",
                                "约谈人通报逾期情况，被约谈人说明原因并表态立即组织调查。",
                                "demands",
                                "三日内报送调查报告",
                                "attendees",
                                List.of(
                                        attendee("约谈人甲", "INTERVIEWER"),
                                        attendee("被约谈人乙", "INTERVIEWEE"),
                                        attendee("记录人丙", "RECORDER"))))
                .does(
                        interview,
                        "userTask_reportToPartyAndGovernment",
                        Papers.of(
                                "recipients", List.of("PARTY_COMMITTEE", "GOVERNMENT"),
                                "documentTitle", "关于约谈徐汇区人民政府有关情况的通报",
                                "sentOn", today.toString()));
    }

    private static Map<String, Object> attendee(String name, String role) {
        return Papers.of("name", name, "unit", "有关单位", "post", "负责人", "role", role);
    }

    private void follow(String interview, String result) {
        as(OFFICE)
                .does(
                        interview,
                        "userTask_followUpInterview",
                        Papers.of(
                                "result",
                                result,
                                "checkedOn",
                                duban.today().toString(),
                                "reason",
                                "经核实，情况如所选结论，已逐项核对。"));
    }

    private void holdAccountable(String accountability) {
        String today = duban.today().toString();
        as(LEAD).does(
                        accountability,
                        "userTask_formWorkingGroup",
                        Papers.of("members", List.of(member("组长甲", true), member("成员乙", false), member("成员丙", false))));
        as(OFFICE)
                .does(
                        accountability,
                        "userTask_establishFacts",
                        Papers.of(
                                "material", "该区人民政府收到督办单后逾期未报送调查报告，经三次以上催办并约谈，约谈整改期限届满仍未落实，督办事项长期搁置，有关情况属实，证据齐全。",
                                "start", "START",
                                "reason", "约谈后仍整改不力",
                                "subjects",
                                        List.of(Papers.of(
                                                "kind", "GOVERNMENT", "unit", "310104", "severity", "MEDIUM"))));
        rows(
                OFFICE,
                accountability,
                "userTask_notifySubject",
                "notifications",
                Papers.of("notifiedOn", today, "way", "IN_PERSON"));
        rows(
                OFFICE,
                accountability,
                "userTask_hearStatement",
                "statements",
                Papers.of("heardOn", today, "waived", false, "statement", "已认识到问题", "consideration", "不影响认定"));
        Map<String, Object> decision = Papers.of(
                "decision", "APPROVED",
                "basicFacts", "基本情况属实",
                "accountabilityFacts", "问责事实清楚",
                "legalBasis", "《教育督导问责办法》",
                "effectiveDate", today);
        Person director = as("committee-director.310000");
        String task = director.task(accountability, "userTask_decideAccountability");
        List<Map<String, Object>> sanctions = new ArrayList<>();
        director.form(task)
                .ok()
                .body()
                .path("data")
                .path("sanctions")
                .forEach(row -> sanctions.add(
                        Papers.of("ref", row.path("ref").asText(), "forms", List.of("PUBLIC_CRITICISM"))));
        director.submit(task, Papers.with(decision, "sanctions", sanctions)).is(204);
        as(OFFICE)
                .does(
                        accountability,
                        "userTask_issueDecision",
                        Papers.of("deliveredOn", today, "way", "IN_PERSON", "recipients", "徐汇区人民政府"));
        as(OFFICE)
                .tries(accountability, "userTask_archiveAccountability", filed(duban.today()))
                .refused(422, "filedOn", "filing-before-objections");
        duban.clockToMorningOf(LocalDate.of(2026, 12, 15));
        as(OFFICE).does(accountability, "userTask_archiveAccountability", filed(duban.today()));
    }

    private static Map<String, Object> filed(LocalDate day) {
        return Papers.of("filingNumber", "督问归〔2026〕1号", "higherOffice", "国务院教育督导委员会办公室", "filedOn", day.toString());
    }

    /** Fills every prepared row of a form with the same words. */
    private void rows(String account, String caseId, String key, String list, Map<String, Object> words) {
        Person person = as(account);
        String task = person.task(caseId, key);
        List<Map<String, Object>> rows = new ArrayList<>();
        person.form(task)
                .ok()
                .body()
                .path("data")
                .path(list)
                .forEach(row ->
                        rows.add(Papers.with(words, "ref", row.path("ref").asText())));
        assertThat(rows).isNotEmpty();
        person.submit(task, Papers.of(list, rows)).is(204);
    }

    private static Map<String, Object> member(String name, boolean leader) {
        return Papers.of("name", name, "unit", "310000", "leader", leader);
    }

    private static String interview(KeyOrder order) {
        return order.interviews().get(0).path("id").asText();
    }

    private String interviewState(String interview) {
        return as(OFFICE)
                .get("/api/interviews/" + interview)
                .ok()
                .body()
                .path("state")
                .asText();
    }

    private List<String> interviewTimeline(String interview) {
        return jdbc.queryForList("select sentence from audit_event where case_id = ?", String.class, interview);
    }

    private static int reminders(KeyOrder order) {
        return order.dossier().path("reminders").asInt();
    }

    private static JsonNode card(KeyOrder order) {
        return order.team
                .find(order.id, "userTask_investigate", null)
                .orElseThrow()
                .path("card");
    }
}
