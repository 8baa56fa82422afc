package io.duban.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.duban.document.Docx;
import io.duban.document.PaperKind;
import io.duban.document.Papers;
import io.duban.form.Flags;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterviewFormsTest {

    private static final String TODAY = LadderRooms.TODAY.toString();
    private static LadderRooms rooms;

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
    }

    @Test
    void everyFormIsFilledInFromApprovalToFollowUpAndLeavesOnlyFlags() throws Exception {
        var interview = new InterviewCase(rooms);

        assertThat(submit(interview, "approveInterview", Map.of("decision", "APPROVED", "opinion", "同意约谈。")))
                .isEqualTo(Flags.of(InterviewVariables.INTERVIEW_APPROVED, true));
        assertThat(submit(interview, "notifyInterviewee", notice())).isEqualTo(Flags.none());
        assertThat(submit(interview, "holdInterview", meeting())).isEqualTo(Flags.none());
        delegate("openInterviewRectification", interview);
        assertThat(submit(interview, "reportToPartyAndGovernment", report())).isEqualTo(Flags.none());
        assertThat(submit(
                        interview,
                        "submitInterviewRectification",
                        Map.of("measures", "成立专班，逐项整改落实。", "results", "七个问题已全部整改完成。")))
                .isEqualTo(Flags.none());
        assertThat(submit(
                        interview,
                        "followUpInterview",
                        Map.of("result", "UNRESOLVED", "checkedOn", TODAY, "reason", "现场核实，仍有两个问题未整改。")))
                .isEqualTo(Flags.of(InterviewVariables.INTERVIEW_RESOLVED, false));
        delegate("recordInterviewUnresolved", interview);

        assertThat(interview.state()).isEqualTo(InterviewState.UNRESOLVED);
    }

    @Test
    void thePapersSayWhoGetsACopy() throws Exception {
        var interview = new InterviewCase(rooms).notified();
        submit(interview, "holdInterview", meeting());
        delegate("openInterviewRectification", interview);
        submit(interview, "reportToPartyAndGovernment", report());

        assertThat(words(interview, PaperKind.INTERVIEW_NOTICE)).doesNotContain("抄送");
        assertThat(words(interview, PaperKind.INTERVIEW_MINUTES)).contains("抄送：中共黄浦区委员会。");
        assertThat(words(interview, PaperKind.INTERVIEW_BULLETIN)).contains("中共黄浦区委员会，黄浦区人民政府：", "抄送：国务院教育督导委员会办公室。");
    }

    private static String words(InterviewCase interview, PaperKind kind) {
        Papers papers = rooms.get(Papers.class);
        return papers.of(interview.id).stream()
                .filter(each -> each.kind() == kind)
                .map(each -> Docx.words(papers.docx(each.id()).content()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServiceTaskHandsTheEngineOnlyTheDueDate() throws Exception {
        var interview = new InterviewCase(rooms).notified();
        rooms.get(Interviews.class)
                .hold(interview.id, InterviewCase.meeting(InterviewCase.ATTENDEES, LadderRooms.TODAY), "office");

        var execution = delegate("openInterviewRectification", interview);

        verify(execution)
                .setVariable(
                        "interviewRectificationDue",
                        java.util.Date.from(LadderRooms.TODAY
                                .plusDays(1)
                                .atStartOfDay(io.duban.calendar.WorkingDays.ZONE)
                                .toInstant()));
    }

    @Test
    void aPassedDeadlineIsRecordedByItsServiceTask() throws Exception {
        var interview = new InterviewCase(rooms).reported();

        delegate("recordInterviewOverdue", interview);

        assertThat(interview.state()).isEqualTo(InterviewState.FOLLOW_UP);
        assertThat(rooms.view("userTask_followUpInterview", interview.id)).containsEntry("measures", "（逾期未报送）");
    }

    @Test
    void decliningAnswersTheFlagForTheOtherWay() {
        var interview = new InterviewCase(rooms);

        assertThat(submit(interview, "approveInterview", Map.of("decision", "DECLINED", "opinion", "已经整改到位，不再约谈。")))
                .isEqualTo(Flags.of(InterviewVariables.INTERVIEW_APPROVED, false));
    }

    @Test
    void onlyUnitsOnTheListAndFieldsOfTheFormAreTaken() {
        var interview = new InterviewCase(rooms).approved();
        var foreign = new java.util.HashMap<>(notice());
        foreign.put("intervieweeUnit", "310104");
        var extra = new java.util.HashMap<>(notice());
        extra.put("reporterName", "张三");

        Refused.naming("intervieweeUnit", "option", () -> submit(interview, "notifyInterviewee", foreign));
        Refused.naming("reporterName", "unknown-field", () -> submit(interview, "notifyInterviewee", extra));
    }

    private static Flags submit(InterviewCase interview, String task, Map<String, Object> typed) {
        return rooms.submit("userTask_" + task, interview.id, "office", typed);
    }

    private static DelegateExecution delegate(String name, InterviewCase interview) throws Exception {
        var execution = mock(DelegateExecution.class);
        when(execution.getVariable("caseId")).thenReturn(interview.id);
        rooms.get(name, JavaDelegate.class).execute(execution);
        return execution;
    }

    static Map<String, Object> notice() {
        return Map.of(
                "intervieweeUnit", "310101S001",
                "place", "市教委三楼会议室",
                "meetingDate", TODAY,
                "noticeText", "就督办事项整改不力进行约谈，请校长参加。");
    }

    static Map<String, Object> meeting() {
        return Map.of(
                "heldOn",
                TODAY,
                "rectificationDue",
                LadderRooms.TODAY.plusDays(10).toString(),
                "record",
                InterviewCase.RECORD,
                "demands",
                "十日内完成全部问题整改。",
                "attendees",
                List.of(
                        Map.of("name", "王主任", "unit", "市教育督导室", "post", "主任", "role", "INTERVIEWER"),
                        Map.of("name", "李校长", "unit", "云帆实验小学", "post", "校长", "role", "INTERVIEWEE")));
    }

    static Map<String, Object> report() {
        return Map.of(
                "recipients",
                List.of("PARTY_COMMITTEE", "GOVERNMENT", "SUPERIOR_OFFICE"),
                "documentTitle",
                "关于约谈云帆实验小学有关情况的通报",
                "sentOn",
                TODAY);
    }
}
