package io.duban.interview;

import io.duban.document.PaperKind;
import io.duban.document.PaperText;
import io.duban.document.Papers;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 约谈文书的文字: notice, minutes and bulletin of an interview (A41 A42, INV-16). */
@Component
class InterviewPapers {

    private final Papers papers;
    private final InterviewSteps steps;
    private final Organisations organisations;

    InterviewPapers(Papers papers, InterviewSteps steps, Organisations organisations) {
        this.papers = papers;
        this.steps = steps;
        this.organisations = organisations;
    }

    /** 约谈通知书. */
    void notifyInterviewee(Interview interview, InterviewNotice notice) {
        papers.issue(PaperText.of(
                PaperKind.INTERVIEW_NOTICE,
                interview.id(),
                interview.issuerUnit(),
                notice.intervieweeUnit(),
                Map.of(
                        "督办编号", interview.orderNumber(),
                        "约谈情形", InterviewReason.labels(interview.reasons()),
                        "约谈日期", Papers.chinese(notice.meetingDate()),
                        "约谈地点", notice.place(),
                        "约谈事由", notice.text())));
    }

    /** 约谈纪要, once it is clear until when the demands are to be met. */
    void minute(Interview interview, InterviewMeeting meeting, LocalDate due) {
        papers.issue(PaperText.of(
                PaperKind.INTERVIEW_MINUTES,
                interview.id(),
                interview.issuerUnit(),
                interviewee(interview),
                Map.of(
                        "督办编号", interview.orderNumber(),
                        "约谈日期", Papers.chinese(meeting.heldOn()),
                        "约谈地点",
                                steps.notice(interview.id())
                                        .map(InterviewNotice::place)
                                        .orElse(""),
                        "约谈人", persons(meeting.attendees(), AttendeeRole.INTERVIEWER),
                        "被约谈人", persons(meeting.attendees(), AttendeeRole.INTERVIEWEE),
                        "记录人", persons(meeting.attendees(), AttendeeRole.RECORDER),
                        "约谈记录", meeting.record(),
                        "整改要求", meeting.demands(),
                        "整改期限", Papers.chinese(due),
                        "抄送", filedWith(interview))));
    }

    /** 约谈情况通报 to party committee and government. */
    void bulletin(Interview interview, PartyReport report, LocalDate due) {
        InterviewMeeting meeting = steps.heldMeeting(interview.id());
        papers.issue(PaperText.of(
                PaperKind.INTERVIEW_BULLETIN,
                interview.id(),
                interview.issuerUnit(),
                partyAndGovernment(interview),
                Map.of(
                        "标题", report.documentTitle(),
                        "督办编号", interview.orderNumber(),
                        "约谈日期", Papers.chinese(meeting.heldOn()),
                        "被约谈单位",
                                organisations
                                        .find(interviewee(interview))
                                        .map(Unit::name)
                                        .orElse(""),
                        "约谈情形", InterviewReason.labels(interview.reasons()),
                        "整改要求", meeting.demands(),
                        "整改期限", Papers.chinese(due),
                        "抄送",
                                report.recipients().contains(PartyReportRecipient.SUPERIOR_OFFICE)
                                        ? papers.officeAbove(interview.issuerUnit())
                                        : "")));
    }

    private String interviewee(Interview interview) {
        return steps.notice(interview.id())
                .map(InterviewNotice::intervieweeUnit)
                .orElse(interview.addresseeUnit());
    }

    /** 中共…委员会、…人民政府 of the district the interview is about. */
    private String partyAndGovernment(Interview interview) {
        String district = organisations.get(interview.districtUnit()).name();
        return party(district) + "，" + district + "人民政府";
    }

    /** 抄送: the written record is filed with party committee and government; a government that was interviewed has it. */
    private String filedWith(Interview interview) {
        return interviewee(interview).equals(interview.districtUnit())
                ? party(organisations.get(interview.districtUnit()).name())
                : partyAndGovernment(interview);
    }

    private static String party(String district) {
        return "中共" + district + "委员会";
    }

    private static String persons(List<Attendee> attendees, AttendeeRole role) {
        return attendees.stream()
                .filter(each -> each.role() == role)
                .map(each -> each.name() + "（" + each.unit() + each.post() + "）")
                .collect(Collectors.joining("、"));
    }
}
