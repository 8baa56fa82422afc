package io.duban.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a deadline (期限) is read from the register, with the line that says it has ended if there is one. */
final class StoredDeadline {

    static final String SELECT = "select d.id, d.case_id, d.subject_id, d.kind, d.start_date, d.amount, d.unit,"
            + " d.reminder_working_days, d.due_date, d.provisional, e.status, e.at, d.extension_working_days,"
            + " d.extension_reason, d.extension_approver, d.extended_at, d.version"
            + " from deadline d left join deadline_end e on e.deadline_id = d.id";

    private StoredDeadline() {}

    static DeadlineRow read(ResultSet row, int number) throws SQLException {
        return new DeadlineRow(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("subject_id"),
                DeadlineKind.valueOf(row.getString("kind")),
                row.getObject("start_date", LocalDate.class),
                new Term(
                        row.getInt("amount"),
                        TermUnit.valueOf(row.getString("unit")),
                        row.getInt("reminder_working_days")),
                row.getObject("due_date", LocalDate.class),
                row.getBoolean("provisional"),
                status(row.getString("status")),
                instant(row.getTimestamp("at")),
                extension(row),
                row.getInt("version"));
    }

    private static DeadlineStatus status(@Nullable String ended) {
        return ended == null ? DeadlineStatus.OPEN : DeadlineStatus.valueOf(ended);
    }

    private static @Nullable Extension extension(ResultSet row) throws SQLException {
        var at = instant(row.getTimestamp("extended_at"));
        return at == null
                ? null
                : new Extension(
                        row.getInt("extension_working_days"),
                        row.getString("extension_reason"),
                        row.getString("extension_approver"),
                        at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
