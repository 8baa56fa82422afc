package io.duban.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.engine.RunningDates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterviewsTest {

    private static final LocalDate TODAY = LadderRooms.TODAY;
    private static LadderRooms rooms;
    private Interviews interviews;
    private InterviewRectifications rectifications;

    @BeforeAll
    static void open() {
        rooms = LadderRooms.open();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void forget() {
        rooms.forget();
        interviews = rooms.get(Interviews.class);
        rectifications = rooms.get(InterviewRectifications.class);
    }

    @Test
    void anInterviewGoesFromProposalToResolvedAndTellsEachStepOfTheWay() {
        var interview = new InterviewCase(rooms).submitted();
        interview.followUp(true);

        assertThat(interview.state()).isEqualTo(InterviewState.RESOLVED);
        assertThat(rooms.events())
                .contains(
                        new InterviewHeld(interview.id, interview.orderId, TODAY, 2),
                        new InterviewConcluded(interview.id, interview.orderId, true));
        assertThat(rooms.trail(interview.id))
                .containsExactly(
                        "INTERVIEW_PROPOSED",
                        "INTERVIEW_APPROVED",
                        "PAPER_ISSUED",
                        "INTERVIEW_NOTICE_SENT",
                        "INTERVIEW_HELD",
                        "PAPER_ISSUED",
                        "INTERVIEW_RECTIFICATION_DEMANDED",
                        "PAPER_ISSUED",
                        "INTERVIEW_REPORTED",
                        "INTERVIEW_RECTIFICATION_SUBMITTED",
                        "INTERVIEW_FOLLOWED_UP");
        assertThat(rooms.trail(interview.orderId)).isEqualTo(rooms.stepsOf(interview.id));
    }

    @Test
    void theDossierTellsWhatHappenedInChineseAndCountsPersons() {
        var interview = new InterviewCase(rooms).submitted();
        interview.followUp(true);

        var dossier = interviews.dossier(interview.id);

        assertThat(dossier.stateLabel()).isEqualTo("整改到位");
        assertThat(dossier.attendees()).isEqualTo(InterviewCase.ATTENDEES);
        assertThat(dossier.facts())
                .contains(
                        new InterviewDossier.Fact("被约谈单位", "黄浦区"),
                        new InterviewDossier.Fact("约谈人次", "2 人次"),
                        new InterviewDossier.Fact("约谈情形", "多次催办仍未办结、弄虚作假"),
                        new InterviewDossier.Fact("通报对象", "当地党委、当地政府"),
                        new InterviewDossier.Fact("核实结果", "整改到位"));
    }

    @Test
    void aDeclinedInterviewNeedsAReasonAndEnds() {
        var interview = new InterviewCase(rooms);

        Refused.naming(
                "opinion",
                "decline-reason",
                () -> interviews.approve(interview.id, new InterviewApproval(false, "不必"), "lead"));
        assertThat(interview.state()).isEqualTo(InterviewState.PROPOSED);

        interviews.approve(interview.id, new InterviewApproval(false, "已于昨日完成整改，不再约谈。"), "lead");
        assertThat(interview.state()).isEqualTo(InterviewState.DECLINED);
        assertThat(interviews.isOpen(interview.orderId)).isFalse();
        assertThat(interviews.concludedUnresolved(interview.orderId)).isFalse();
    }

    @Test
    void aStepThatDoesNotFitTheStateIsRefusedAndLeavesNothing() {
        var interview = new InterviewCase(rooms);

        Refused.with(
                "interview-state",
                () -> interviews.hold(interview.id, InterviewCase.meeting(InterviewCase.ATTENDEES, null), "office"));
        interview.approved();
        Refused.with(
                "interview-state", () -> interviews.approve(interview.id, new InterviewApproval(true, ""), "lead"));
        assertThat(interview.state()).isEqualTo(InterviewState.APPROVED);
        assertThat(rooms.trail(interview.id)).containsExactly("INTERVIEW_PROPOSED", "INTERVIEW_APPROVED");
    }

    @Test
    void anUnknownInterviewIsNotFound() {
        Refused.with("not-found", () -> interviews.dossier("nobody"));
    }

    @Test
    void theNoticeNamesAPlaceATextAndADayThatHasNotPassed() {
        var interview = new InterviewCase(rooms).approved();

        Refused.naming("meetingDate", "meeting-date", () -> announce(interview, "310101", TODAY.minusDays(1)));
        Refused.naming(
                "place",
                "notice-content",
                () -> interviews.notifyInterviewee(
                        interview.id, new InterviewNotice("310101", " ", TODAY, "就整改不力进行约谈，请参加。"), "office"));
        Refused.naming(
                "noticeText",
                "notice-content",
                () -> interviews.notifyInterviewee(
                        interview.id, new InterviewNotice("310101", "会议室", TODAY, "约谈"), "office"));
    }

    @Test
    void onlyTheAddresseeOrAUnitOfItsDistrictIsInterviewed() {
        var interview = new InterviewCase(rooms).approved();

        Refused.naming("intervieweeUnit", "interviewee-unit", () -> announce(interview, "310104", TODAY));
        Refused.naming("intervieweeUnit", "unknown-unit", () -> announce(interview, "999999", TODAY));
        announce(interview, "310101T001", TODAY);
        assertThat(interview.state()).isEqualTo(InterviewState.NOTIFIED);
    }

    /** Whoever invites does not sit on both sides of the table. */
    @Test
    void noUnitInvitesItselfOrAUnitAboveIt() {
        var ofADistrict = interviews
                .propose(new InterviewProposal(
                        "order-of-a-district",
                        "黄教督〔2026〕7号",
                        "关于学科类培训违规问题的督办",
                        "310101",
                        "310101T001",
                        "310101",
                        List.of("OVERDUE_REMINDED"),
                        "已催办三次。"))
                .orElseThrow();
        interviews.approve(ofADistrict, new InterviewApproval(true, ""), "lead");

        Refused.naming(
                "intervieweeUnit",
                "interviewee-is-interviewer",
                () -> interviews.notifyInterviewee(ofADistrict, InterviewCase.notice(), "office"));
    }

    @Test
    void aDayOffIsAllowedForTheMeetingButNoted() {
        var interview = new InterviewCase(rooms).approved();

        announce(interview, "310101", LocalDate.of(2026, 10, 1));

        assertThat(rooms.get(io.duban.audit.AuditTrail.class).of(interview.id, 10))
                .last()
                .satisfies(line -> assertThat(line.sentence()).contains("不是工作日"));
    }

    @Test
    void theMeetingNeedsBothSidesAndNamesNobodyTwice() {
        var interview = new InterviewCase(rooms).notified();
        var interviewer = InterviewCase.ATTENDEES.get(0);
        var interviewee = InterviewCase.ATTENDEES.get(1);

        Refused.naming("attendees", "attendee-roles", () -> hold(interview, List.of(interviewer)));
        Refused.naming("attendees", "attendee-roles", () -> hold(interview, List.of(interviewee)));
        Refused.naming(
                "attendees[2].name",
                "attendee-twice",
                () -> hold(interview, List.of(interviewer, interviewee, interviewee)));
        assertThat(interview.state()).isEqualTo(InterviewState.NOTIFIED);
    }

    @Test
    void theMeetingNeedsAWrittenRecordAndIsRecordedOnceItHasTakenPlace() {
        var interview = new InterviewCase(rooms).notified();

        Refused.naming("record", "written-record", () -> hold(interview, TODAY, "已约谈。", null));
        Refused.naming("heldOn", "held-on", () -> hold(interview, TODAY.plusDays(1), InterviewCase.RECORD, null));
        Refused.naming("heldOn", "held-on", () -> hold(interview, TODAY.minusDays(1), InterviewCase.RECORD, null));
        Refused.naming(
                "rectificationDue",
                "rectification-due",
                () -> hold(interview, TODAY, InterviewCase.RECORD, TODAY.minusDays(1)));
        Refused.naming(
                "rectificationDue",
                "rectification-due",
                () -> hold(interview, TODAY, InterviewCase.RECORD, TODAY.plusYears(3)));
    }

    /** Recorded late, a meeting still leaves the interviewed side its time. */
    @Test
    void theTermDoesNotLieBeforeTheDayTheMeetingIsRecorded() {
        var set = new InterviewCase(rooms).notified();
        var usual = new InterviewCase(rooms).notified();
        LocalDate later = TODAY.plusDays(3);
        rooms.setToday(later);

        Refused.naming(
                "rectificationDue",
                "rectification-due",
                () -> hold(set, TODAY, InterviewCase.RECORD, later.minusDays(1)));
        assertThat(set.state()).isEqualTo(InterviewState.NOTIFIED);
        hold(set, TODAY, InterviewCase.RECORD, later);
        hold(usual, TODAY, InterviewCase.RECORD, null);
        rectifications.open(usual.id);

        assertThat(deadline(usual).startDate()).isEqualTo(later);
        assertThat(deadline(usual).amount()).isEqualTo(10);
    }

    /** INV-16 stands before the end, not before what the interviewed side has to do. */
    @Test
    void whatWasPutRightIsReportedWithoutWaitingForTheBulletin() {
        var interview = new InterviewCase(rooms).held(null);

        rectifications.submit(interview.id, new InterviewRectification("成立专班，逐项整改落实。", "七个问题已全部整改完成。"), "district");
        assertThat(interview.state()).isEqualTo(InterviewState.HELD);
        Refused.naming("result", "reported-to-party-and-government", () -> interview.followUp(true));
        interviews.reportToPartyAndGovernment(interview.id, InterviewCase.report(), "office");

        assertThat(interview.state()).isEqualTo(InterviewState.FOLLOW_UP);
        interview.followUp(true);
        assertThat(interview.state()).isEqualTo(InterviewState.RESOLVED);
    }

    @Test
    void aTermThatRunsOutBeforeTheBulletinIsFollowedUpAfterIt() {
        var interview = new InterviewCase(rooms).held(TODAY.plusDays(1));
        rooms.setToday(TODAY.plusDays(2));

        rectifications.recordOverdue(interview.id);
        assertThat(interview.state()).isEqualTo(InterviewState.HELD);
        interviews.reportToPartyAndGovernment(interview.id, InterviewCase.report(), "office");

        assertThat(interview.state()).isEqualTo(InterviewState.FOLLOW_UP);
    }

    @Test
    void theDeadlineIsTheDaySetAtTheMeetingElseTheUsualTerm() {
        var set = new InterviewCase(rooms).held(TODAY.plusDays(3));
        var usual = new InterviewCase(rooms).held(null);

        assertThat(deadline(set).due()).isEqualTo(TODAY.plusDays(3));
        assertThat(deadline(usual).startDate()).isEqualTo(TODAY);
        assertThat(deadline(usual).amount()).isEqualTo(10);
    }

    @Test
    void aMovedDeadlineMovesTimerAndTask() {
        var interview = new InterviewCase(rooms).held(null);

        var moved = rooms.get(Deadlines.class).extend(deadline(interview).id(), 2, "区里申请延期", "王主任");

        verify(rooms.get(RunningDates.class))
                .move(
                        RunningDates.Running.of("interview", interview.id),
                        Map.of("interviewRectificationDue", moved.dueAt()),
                        Map.of("boundaryTimer_interviewRectificationDue", "interviewRectificationDue"),
                        "interviewRectificationDue",
                        List.of("userTask_submitInterviewRectification"));
    }

    @Test
    void theServiceTaskAnswersTheEndOfTheLastDay() {
        var interview = new InterviewCase(rooms).notified();
        interviews.hold(interview.id, InterviewCase.meeting(InterviewCase.ATTENDEES, TODAY.plusDays(2)), "office");

        var due = rectifications.open(interview.id);

        assertThat(due)
                .isEqualTo(TODAY.plusDays(3)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
    }

    @Test
    void theReportGoesToBothPartyCommitteeAndGovernment() {
        var interview = new InterviewCase(rooms).held(null);

        Refused.naming("recipients", "party-and-government", () -> report(interview, Set.of()));
        Refused.naming(
                "recipients",
                "party-and-government",
                () -> report(interview, EnumSet.of(PartyReportRecipient.GOVERNMENT)));
        Refused.naming(
                "sentOn",
                "sent-on",
                () -> interviews.reportToPartyAndGovernment(
                        interview.id,
                        new PartyReport(InterviewCase.report().recipients(), "通报", TODAY.plusDays(1)),
                        "office"));
        Refused.naming(
                "documentTitle",
                "document-title",
                () -> interviews.reportToPartyAndGovernment(
                        interview.id, new PartyReport(InterviewCase.report().recipients(), " ", TODAY), "office"));
        assertThat(interview.state()).isEqualTo(InterviewState.HELD);
    }

    @Test
    void withoutTheReportToPartyAndGovernmentThereIsNoFollowUp() {
        var interview = new InterviewCase(rooms).held(null);

        Refused.naming("result", "reported-to-party-and-government", () -> interview.followUp(true));
    }

    @Test
    void aRectificationInTimeMeetsItsDeadline() {
        var interview = new InterviewCase(rooms).reported();
        Refused.naming(
                "measures",
                "rectification-report",
                () -> rectifications.submit(
                        interview.id, new InterviewRectification("已改", "七个问题已全部整改完成。"), "district"));
        Refused.naming(
                "results",
                "rectification-report",
                () -> rectifications.submit(
                        interview.id, new InterviewRectification("成立专班，逐项整改落实。", "好了"), "district"));

        rectifications.submit(interview.id, new InterviewRectification("成立专班，逐项整改落实。", "七个问题已全部整改完成。"), "district");

        assertThat(rooms.get(Deadlines.class).of(interview.id))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.status()).isEqualTo(DeadlineStatus.MET));
        assertThat(interview.state()).isEqualTo(InterviewState.FOLLOW_UP);
    }

    @Test
    void anOverdueRectificationIsFollowedUpAllTheSameAndAnUnresolvedOneLeadsOn() {
        var interview = new InterviewCase(rooms).reported();

        rectifications.recordOverdue(interview.id);
        Refused.naming(
                "reason",
                "follow-up-reason",
                () -> rectifications.followUp(interview.id, new InterviewFollowUp(false, "没改", TODAY), "office"));
        Refused.naming(
                "checkedOn",
                "checked-on",
                () -> rectifications.followUp(
                        interview.id, new InterviewFollowUp(false, "现场核实，问题依旧存在，未见整改。", TODAY.plusDays(1)), "office"));
        interview.followUp(false);

        assertThat(interview.state()).isEqualTo(InterviewState.UNRESOLVED);
        assertThat(interviews.concludedUnresolved(interview.orderId)).isTrue();
        assertThat(rooms.events()).contains(new InterviewConcluded(interview.id, interview.orderId, false));
        assertThat(rooms.get(Deadlines.class).find(interview.id, null, DeadlineKind.INTERVIEW_RECTIFICATION))
                .isEmpty();
    }

    @Test
    void onlyTheLastInterviewHeldToItsEndCountsAsUnresolved() {
        var first = new InterviewCase(rooms).submitted();
        first.followUp(false);
        var second = interviews.propose(InterviewCase.proposal(first.orderId));

        assertThat(second).isPresent();
        assertThat(interviews.isOpen(first.orderId)).isTrue();
        assertThat(interviews.concludedUnresolved(first.orderId)).isTrue();
        assertThat(interviews.ofOrder(first.orderId))
                .extracting(InterviewSummary::state)
                .containsExactly(InterviewState.UNRESOLVED, InterviewState.PROPOSED);
    }

    private void announce(InterviewCase interview, String unit, LocalDate day) {
        interviews.notifyInterviewee(
                interview.id, new InterviewNotice(unit, "会议室", day, "就整改不力进行约谈，请分管领导参加。"), "office");
    }

    private void hold(InterviewCase interview, List<Attendee> attendees) {
        interviews.hold(interview.id, InterviewCase.meeting(attendees, null), "office");
    }

    private void hold(InterviewCase interview, LocalDate day, String record, LocalDate due) {
        interviews.hold(
                interview.id,
                new InterviewMeeting(day, InterviewCase.ATTENDEES, record, "十日内完成全部问题整改。", due),
                "office");
    }

    private void report(InterviewCase interview, Set<PartyReportRecipient> recipients) {
        interviews.reportToPartyAndGovernment(interview.id, new PartyReport(recipients, "通报", TODAY), "office");
    }

    private static io.duban.calendar.Deadline deadline(InterviewCase interview) {
        return rooms.get(Deadlines.class)
                .find(interview.id, null, DeadlineKind.INTERVIEW_RECTIFICATION)
                .orElseThrow();
    }
}
