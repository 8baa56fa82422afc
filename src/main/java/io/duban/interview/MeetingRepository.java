package io.duban.interview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of meetings (约谈会) and the persons at them. */
@Repository
class MeetingRepository {

    private final JdbcClient jdbc;

    MeetingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                    .params(id, i, attendee.name(), attendee.unit(), attendee.post(), attendee.role().name())
                    .update();
        }
    }

    Optional<InterviewMeeting> find(String id) {
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
}
