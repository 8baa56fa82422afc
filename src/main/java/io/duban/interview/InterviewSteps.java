package io.duban.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what each step of an interview added (约谈办理记录); rows are only ever added. */
@Repository
class InterviewSteps {

    private final JdbcClient jdbc;

    InterviewSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, InterviewApproval approval, Acted by) {
        jdbc.sql("insert into interview_approval (interview_id, approved, opinion, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id, approval.approved(), approval.opinion(), by.person(), by.timestamp())
                .update();
    }

    Optional<InterviewApproval> approval(String id) {
        return jdbc.sql("select * from interview_approval where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewApproval(row.getBoolean("approved"), row.getString("opinion")))
                .optional();
    }

    void add(String id, InterviewNotice notice, Acted by) {
        jdbc.sql("insert into interview_notice (interview_id, interviewee_unit, place, meeting_date, notice_text,"
                        + " acted_by, acted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        notice.intervieweeUnit(),
                        notice.place(),
                        notice.meetingDate(),
                        notice.text(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<InterviewNotice> notice(String id) {
        return jdbc.sql("select * from interview_notice where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewNotice(
                        row.getString("interviewee_unit"),
                        row.getString("place"),
                        row.getObject("meeting_date", LocalDate.class),
                        row.getString("notice_text")))
                .optional();
    }

    Optional<Instant> notifiedAt(String id) {
        return jdbc.sql("select acted_at from interview_notice where interview_id = ?")
                .param(id)
                .query((row, n) -> row.getTimestamp("acted_at").toInstant())
                .optional();
    }

    void add(String id, PartyReport report, Acted by) {
        jdbc.sql("insert into interview_party_report (interview_id, recipients, document_title, sent_on, acted_by,"
                        + " acted_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        joined(report.recipients()),
                        report.documentTitle(),
                        report.sentOn(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<PartyReport> partyReport(String id) {
        return jdbc.sql("select * from interview_party_report where interview_id = ?")
                .param(id)
                .query((row, n) -> new PartyReport(
                        recipients(row.getString("recipients")),
                        row.getString("document_title"),
                        row.getObject("sent_on", LocalDate.class)))
                .optional();
    }

    void add(String id, InterviewRectification rectification, Acted by) {
        jdbc.sql("insert into interview_rectification (interview_id, measures, results, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id, rectification.measures(), rectification.results(), by.person(), by.timestamp())
                .update();
    }

    Optional<InterviewRectification> rectification(String id) {
        return jdbc.sql("select * from interview_rectification where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewRectification(row.getString("measures"), row.getString("results")))
                .optional();
    }

    void add(String id, InterviewFollowUp followUp, Acted by) {
        jdbc.sql("insert into interview_follow_up (interview_id, resolved, reason, checked_on, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, followUp.resolved(), followUp.reason(), followUp.checkedOn(), by.person(), by.timestamp())
                .update();
    }

    Optional<InterviewFollowUp> followUp(String id) {
        return jdbc.sql("select * from interview_follow_up where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewFollowUp(
                        row.getBoolean("resolved"),
                        row.getString("reason"),
                        row.getObject("checked_on", LocalDate.class)))
                .optional();
    }

    void add(String id, InterviewMeeting meeting, Acted by) {
        jdbc.sql("insert into interview_meeting (interview_id, held_on, minutes, demands, rectification_due, acted_by,"
                        + " acted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        meeting.heldOn(),
                        meeting.record(),
                        meeting.demands(),
                        meeting.rectificationDue(),
                        by.person(),
                        by.timestamp())
                .update();
        for (int i = 0; i < meeting.attendees().size(); i++) {
            var attendee = meeting.attendees().get(i);
            jdbc.sql("insert into interview_attendee (interview_id, position_no, name, unit, post, role)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            i,
                            attendee.name(),
                            attendee.unit(),
                            attendee.post(),
                            attendee.role().name())
                    .update();
        }
    }

    Optional<InterviewMeeting> meeting(String id) {
        var attendees = attendees(id);
        return jdbc.sql("select * from interview_meeting where interview_id = ?")
                .param(id)
                .query((row, n) -> new InterviewMeeting(
                        row.getObject("held_on", LocalDate.class),
                        attendees,
                        row.getString("minutes"),
                        row.getString("demands"),
                        row.getObject("rectification_due", LocalDate.class)))
                .optional();
    }

    /** The meeting of an interview that has been held; that it has one is our own promise. */
    InterviewMeeting heldMeeting(String id) {
        return meeting(id).orElseThrow(() -> new IllegalStateException("interview " + id + " has no meeting"));
    }

    List<Attendee> attendees(String id) {
        return jdbc.sql("select name, unit, post, role from interview_attendee where interview_id = ?"
                        + " order by position_no")
                .param(id)
                .query((row, n) -> new Attendee(
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("post"),
                        AttendeeRole.valueOf(row.getString("role"))))
                .list();
    }

    private static String joined(Set<PartyReportRecipient> recipients) {
        return recipients.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<PartyReportRecipient> recipients(String codes) {
        return Arrays.stream(codes.split(",", -1))
                .map(PartyReportRecipient::valueOf)
                .collect(Collectors.toSet());
    }
}
