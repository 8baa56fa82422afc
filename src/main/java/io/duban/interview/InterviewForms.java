package io.duban.interview;

import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms of an interview (F15): what they show, and which verb carries out what was typed. */
@Component
class InterviewForms implements FormDesk {

    private final Interviews interviews;
    private final InterviewRectifications rectifications;
    private final InterviewViews views;

    InterviewForms(Interviews interviews, InterviewRectifications rectifications, InterviewViews views) {
        this.interviews = interviews;
        this.rectifications = rectifications;
        this.views = views;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("userTask_approveInterview", "approve-interview", this::approval, this::approve),
                FormBinding.of(
                        "userTask_notifyInterviewee", "notify-interviewee", this::notice, this::notifyInterviewee),
                FormBinding.of("userTask_holdInterview", "hold-interview", this::meeting, this::hold),
                FormBinding.of(
                        "userTask_reportToPartyAndGovernment",
                        "report-to-party-and-government",
                        this::partyReport,
                        this::reportToPartyAndGovernment),
                FormBinding.of(
                        "userTask_submitInterviewRectification",
                        "submit-interview-rectification",
                        this::rectification,
                        this::submitRectification),
                FormBinding.of("userTask_followUpInterview", "follow-up-interview", this::followUp, this::follow));
    }

    private Map<String, Object> approval(Situation situation) {
        return views.of(situation.caseId());
    }

    private Flags approve(Situation situation, Fields fields) {
        boolean approved = fields.either("decision", "APPROVED", "DECLINED");
        var approval =
                new InterviewApproval(approved, fields.optionalText("opinion").orElse(""));
        interviews.approve(situation.caseId(), approval, situation.person());
        return Flags.of(InterviewVariables.INTERVIEW_APPROVED, approved);
    }

    private Map<String, Object> notice(Situation situation) {
        return views.withUnits(situation.caseId());
    }

    private Flags notifyInterviewee(Situation situation, Fields fields) {
        var notice = new InterviewNotice(
                fields.text("intervieweeUnit"),
                fields.text("place"),
                fields.date("meetingDate"),
                fields.text("noticeText"));
        interviews.notifyInterviewee(situation.caseId(), notice, situation.person());
        return Flags.none();
    }

    private Map<String, Object> meeting(Situation situation) {
        return views.withNotice(situation.caseId());
    }

    private Flags hold(Situation situation, Fields fields) {
        var meeting = new InterviewMeeting(
                fields.date("heldOn"),
                fields.rows("attendees").stream().map(InterviewForms::attendee).toList(),
                fields.text("record"),
                fields.text("demands"),
                fields.optionalDate("rectificationDue").orElse(null));
        interviews.hold(situation.caseId(), meeting, situation.person());
        return Flags.none();
    }

    private static Attendee attendee(Fields row) {
        return new Attendee(
                row.text("name"), row.text("unit"), row.text("post"), row.option("role", AttendeeRole.class));
    }

    private Map<String, Object> partyReport(Situation situation) {
        return views.withMeeting(situation.caseId());
    }

    private Flags reportToPartyAndGovernment(Situation situation, Fields fields) {
        Set<PartyReportRecipient> recipients = Set.copyOf(fields.options("recipients", PartyReportRecipient.class));
        var report = new PartyReport(recipients, fields.text("documentTitle"), fields.date("sentOn"));
        interviews.reportToPartyAndGovernment(situation.caseId(), report, situation.person());
        return Flags.none();
    }

    private Map<String, Object> rectification(Situation situation) {
        return views.withDemands(situation.caseId());
    }

    private Flags submitRectification(Situation situation, Fields fields) {
        var rectification = new InterviewRectification(fields.text("measures"), fields.text("results"));
        rectifications.submit(situation.caseId(), rectification, situation.person());
        return Flags.none();
    }

    private Map<String, Object> followUp(Situation situation) {
        return views.withRectification(situation.caseId());
    }

    private Flags follow(Situation situation, Fields fields) {
        boolean resolved = fields.either("result", "RESOLVED", "UNRESOLVED");
        var followUp = new InterviewFollowUp(resolved, fields.text("reason"), fields.date("checkedOn"));
        rectifications.followUp(situation.caseId(), followUp, situation.person());
        return Flags.of(InterviewVariables.INTERVIEW_RESOLVED, resolved);
    }
}
