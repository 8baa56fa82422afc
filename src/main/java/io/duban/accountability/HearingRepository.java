package io.duban.accountability;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of written notices and statements (告知与陈述申辩), one row each per subject. */
@Repository
class HearingRepository {

    private final JdbcClient jdbc;

    HearingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Subject subject, SubjectNotice notice, Acted by) {
        jdbc.sql("insert into accountability_notification (subject_id, notified_on, way, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(subject.id(), notice.notifiedOn(), notice.way().name(), by.person(), by.timestamp())
                .update();
    }

    Optional<SubjectNotice> notice(Subject subject) {
        return jdbc.sql("select notified_on, way from accountability_notification where subject_id = ?")
                .param(subject.id())
                .query((row, n) -> new SubjectNotice(
                        subject.ref(),
                        row.getObject("notified_on", LocalDate.class),
                        NotificationWay.valueOf(row.getString("way"))))
                .optional();
    }

    void add(Subject subject, Statement statement, Acted by) {
        jdbc.sql("insert into accountability_statement (subject_id, heard_on, waived, statement, consideration,"
                        + " acted_by, acted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        subject.id(),
                        statement.heardOn(),
                        statement.waived(),
                        statement.statement(),
                        statement.consideration(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<Statement> statement(Subject subject) {
        return jdbc.sql("select * from accountability_statement where subject_id = ?")
                .param(subject.id())
                .query((row, n) -> new Statement(
                        subject.ref(),
                        row.getObject("heard_on", LocalDate.class),
                        row.getBoolean("waived"),
                        row.getString("statement"),
                        row.getString("consideration")))
                .optional();
    }
}
