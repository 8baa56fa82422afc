package io.duban.calendar;

import io.duban.engine.ReadOnce;
import io.duban.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of deadlines (期限登记表). */
@Component
class DeadlineRepository {

    private static final String SELECT = "select id, case_id, subject_id, kind, start_date, amount, unit,"
            + " reminder_working_days, due_date, provisional, status, closed_at, extension_working_days,"
            + " extension_reason, extension_approver, extended_at, version from deadline";

    private final JdbcClient jdbc;
    private final ReadOnce<List<DeadlineRow>> lists = new ReadOnce<>();

    DeadlineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DeadlineRow row) {
        lists.forget(row.caseId());
        jdbc.sql("insert into deadline (id, case_id, subject_id, kind, start_date, amount, unit, reminder_working_days,"
                        + " due_date, due_at, provisional, status, extended, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)")
                .param(row.id())
                .param(row.caseId())
                .param(row.subjectId())
                .param(row.kind().name())
                .param(row.startDate())
                .param(row.term().amount())
                .param(row.term().unit().name())
                .param(row.term().reminderWorkingDays())
                .param(row.dueDate())
                .param(timestamp(DueDate.endOf(row.dueDate())))
                .param(row.provisional())
                .param(row.status().name())
                .param(row.version())
                .update();
    }

    /** Writes a change, unless somebody else has changed the deadline since it was read. */
    void update(DeadlineRow before, DeadlineRow after) {
        lists.forget(before.caseId());
        var extension = after.extension();
        int changed = jdbc.sql(
                        "update deadline set due_date = ?, due_at = ?, provisional = ?, status = ?, closed_at = ?,"
                                + " extended = ?, extension_working_days = ?, extension_reason = ?, extension_approver = ?,"
                                + " extended_at = ?, version = ? where id = ? and version = ?")
                .param(after.dueDate())
                .param(timestamp(DueDate.endOf(after.dueDate())))
                .param(after.provisional())
                .param(after.status().name())
                .param(timestamp(after.closedAt()))
                .param(extension != null)
                .param(extension == null ? null : extension.workingDays())
                .param(extension == null ? null : extension.reason())
                .param(extension == null ? null : extension.approver())
                .param(timestamp(extension == null ? null : extension.at()))
                .param(after.version())
                .param(before.id())
                .param(before.version())
                .update();
        if (changed == 0) {
            throw Refusal.conflict(
                    "deadline-changed",
                    byId(before.id()).map(DeadlineRow::status).orElse(null),
                    "该期限刚被他人更改，请刷新后重试。",
                    "Somebody has just changed this deadline; reload.");
        }
    }

    Optional<DeadlineRow> byId(String id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(DeadlineRepository::row)
                .optional();
    }

    List<DeadlineRow> ofCase(String caseId) {
        return lists.get(caseId, this::storedOf);
    }

    private List<DeadlineRow> storedOf(String caseId) {
        return jdbc.sql(SELECT + " where case_id = ? order by seq")
                .param(caseId)
                .query(DeadlineRepository::row)
                .list();
    }

    List<DeadlineRow> openOf(Collection<String> caseIds) {
        return jdbc.sql(SELECT + " where case_id in (:ids) and status = 'OPEN' order by case_id, seq")
                .param("ids", caseIds)
                .query(DeadlineRepository::row)
                .list();
    }

    Optional<DeadlineRow> newestOpen(String caseId, @Nullable String subjectId, DeadlineKind kind) {
        return jdbc.sql(SELECT + " where case_id = ? and kind = ? and status = 'OPEN'"
                        + " and subject_id is not distinct from cast(? as varchar(64))"
                        + " order by seq desc fetch first 1 rows only")
                .param(caseId)
                .param(kind.name())
                .param(subjectId)
                .query(DeadlineRepository::row)
                .optional();
    }

    /** Open deadlines that run through a year, by id after the given one, at most {@code limit}. */
    List<DeadlineRow> openThrough(int year, String afterId, int limit) {
        return jdbc.sql(SELECT + " where status = 'OPEN' and due_at > ? and start_date <= ? and id > ?"
                        + " order by id fetch first ? rows only")
                .param(timestamp(DueDate.endOf(LocalDate.of(year - 1, 12, 31))))
                .param(LocalDate.of(year, 12, 31))
                .param(afterId)
                .param(limit)
                .query(DeadlineRepository::row)
                .list();
    }

    /** Open deadlines whose due date is not firm, by id after the given one, at most {@code limit}. */
    List<DeadlineRow> openProvisional(String afterId, int limit) {
        return jdbc.sql(SELECT + " where status = 'OPEN' and provisional = true and id > ?"
                        + " order by id fetch first ? rows only")
                .param(afterId)
                .param(limit)
                .query(DeadlineRepository::row)
                .list();
    }

    private static DeadlineRow row(ResultSet row, int number) throws SQLException {
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
                DeadlineStatus.valueOf(row.getString("status")),
                instant(row.getTimestamp("closed_at")),
                extension(row),
                row.getInt("version"));
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

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
