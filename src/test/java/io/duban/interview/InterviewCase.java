package io.duban.interview;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** An interview in the making, brought to where a test begins. */
final class InterviewCase {

    static final String RECORD = "约谈人通报了黄浦区整改进展缓慢的情况，被约谈人作了说明并表态。";
    static final List<Attendee> ATTENDEES = List.of(
            new Attendee("王主任", "市教育督导室", "主任", AttendeeRole.INTERVIEWER),
            new Attendee("李区长", "黄浦区人民政府", "副区长", AttendeeRole.INTERVIEWEE),
            new Attendee("赵局长", "黄浦区教育局", "局长", AttendeeRole.INTERVIEWEE),
            new Attendee("钱科员", "市教育督导室", "科员", AttendeeRole.RECORDER));

    private final LadderRooms rooms;
    private final Interviews interviews;
    private final InterviewRectifications rectifications;
    final String orderId = "order-" + UUID.randomUUID();
    final String id;

    InterviewCase(LadderRooms rooms) {
        this.rooms = rooms;
        this.interviews = rooms.get(Interviews.class);
        this.rectifications = rooms.get(InterviewRectifications.class);
        this.id = interviews.propose(proposal(orderId)).orElseThrow();
    }

    static InterviewProposal proposal(String orderId) {
        return new InterviewProposal(
                orderId,
                "沪教督〔2026〕7号",
                "关于学科类培训违规问题的督办",
                "310000",
                "310101",
                "310101",
                List.of("OVERDUE_REMINDED", "FALSIFIED"),
                "已催办三次，逾期 12 个工作日仍未报送调查报告。");
    }

    static InterviewNotice notice() {
        return new InterviewNotice("310101", "市教委三楼会议室", LadderRooms.TODAY, "就督办事项整改不力进行约谈，请分管区领导参加。");
    }

    static InterviewMeeting meeting(List<Attendee> attendees, LocalDate due) {
        return new InterviewMeeting(LadderRooms.TODAY, attendees, RECORD, "十日内完成全部问题整改。", due);
    }

    static PartyReport report() {
        return new PartyReport(
                EnumSet.of(PartyReportRecipient.PARTY_COMMITTEE, PartyReportRecipient.GOVERNMENT),
                "关于约谈黄浦区有关情况的通报",
                LadderRooms.TODAY);
    }

    InterviewCase approved() {
        interviews.approve(id, new InterviewApproval(true, ""), "lead");
        return this;
    }

    InterviewCase notified() {
        approved();
        interviews.notifyInterviewee(id, notice(), "office");
        return this;
    }

    InterviewCase held(LocalDate due) {
        notified();
        interviews.hold(id, meeting(ATTENDEES, due), "office");
        rectifications.open(id);
        return this;
    }

    InterviewCase reported() {
        held(null);
        interviews.reportToPartyAndGovernment(id, report(), "office");
        return this;
    }

    InterviewCase submitted() {
        reported();
        rectifications.submit(id, new InterviewRectification("成立专班，逐项整改落实。", "七个问题已全部整改完成。"), "district");
        return this;
    }

    void followUp(boolean resolved) {
        rectifications.followUp(id, new InterviewFollowUp(resolved, "现场核实三所学校和两家机构。", LadderRooms.TODAY), "office");
        if (!resolved) {
            rectifications.recordUnresolved(id);
        }
    }

    InterviewState state() {
        return rooms.get(Interviews.class).dossier(id).state();
    }
}
