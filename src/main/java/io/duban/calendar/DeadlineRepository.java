package io.duban.calendar;

import io.duban.engine.ReadOnce;
import io.duban.engine.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of deadlines (期限登记表). That a deadline has ended is a line of its own beside it, written once and never
 * changed.
 */
@Component
class DeadlineRepository {

    private static final String OPEN = " e.deadline_id is null";

    private final JdbcClient jdbc;
    private final ReadOnce<List<DeadlineRow>> lists = new ReadOnce<>();

    DeadlineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DeadlineRow row) {
        lists.forget(row.caseId());
        jdbc.sql("insert into deadline (id, case_id, subject_id, kind, start_date, amount, unit, reminder_working_days,"
                        + " due_date, due_at, provisional, extended, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)")
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
                .param(row.version())
                .update();
    }

    /** Writes another due date, unless somebody else has changed or closed the deadline since it was read. */
    void update(DeadlineRow before, DeadlineRow after) {
        lists.forget(before.caseId());
        jdbc.sql("select id from deadline where id = ? for update")
                .param(before.id())
                .query(String.class)
                .optional();
        var extension = after.extension();
        int changed = jdbc.sql("update deadline set due_date = ?, due_at = ?, provisional = ?,"
                        + " extended = ?, extension_working_days = ?, extension_reason = ?, extension_approver = ?,"
                        + " extended_at = ?, version = ? where id = ? and version = ?"
                        + " and not exists (select 1 from deadline_end e where e.deadline_id = deadline.id)")
                .param(after.dueDate())
                .param(timestamp(DueDate.endOf(after.dueDate())))
                .param(after.provisional())
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
            throw changed(byId(before.id()).map(DeadlineRow::status).orElse(null));
        }
    }

    /** Writes down once, beside the deadline, that it has ended; refused when it was changed or closed meanwhile. */
    void close(DeadlineRow before, DeadlineRow closed) {
        lists.forget(before.caseId());
        int ended;
        try {
            ended = jdbc.sql("insert into deadline_end (deadline_id, status, at)"
                            + " select d.id, cast(? as varchar(20)), cast(? as timestamp with time zone) from deadline d"
                            + " where d.id = ? and d.version = ?"
                            + " and not exists (select 1 from deadline_end e where e.deadline_id = d.id) for update")
                    .param(closed.status().name())
                    .param(timestamp(closed.closedAt()))
                    .param(before.id())
                    .param(before.version())
                    .update();
        } catch (DuplicateKeyException closedBySomebodyElse) {
            throw changed(null);
        }
        if (ended == 0) {
            throw changed(byId(before.id()).map(DeadlineRow::status).orElse(null));
        }
    }

    /** Takes back that a deadline has ended. */
    void reopen(DeadlineRow closed) {
        lists.forget(closed.caseId());
        jdbc.sql("delete from deadline_end where deadline_id = ?")
                .param(closed.id())
                .update();
    }

    private static Refusal changed(@Nullable DeadlineStatus now) {
        return Refusal.conflict(
                "deadline-changed", now, "该期限刚被他人更改，请刷新后重试。", "Somebody has just changed this deadline; reload.");
    }

    Optional<DeadlineRow> byId(String id) {
        return jdbc.sql(StoredDeadline.SELECT + " where d.id = ?")
                .param(id)
                .query(StoredDeadline::read)
                .optional();
    }

    List<DeadlineRow> ofCase(String caseId) {
        return lists.get(caseId, this::storedOf);
    }

    private List<DeadlineRow> storedOf(String caseId) {
        return jdbc.sql(StoredDeadline.SELECT + " where d.case_id = ? order by d.seq")
                .param(caseId)
                .query(StoredDeadline::read)
                .list();
    }

    List<DeadlineRow> openOf(Collection<String> caseIds) {
        return jdbc.sql(StoredDeadline.SELECT + " where d.case_id in (:ids) and" + OPEN + " order by d.case_id, d.seq")
                .param("ids", caseIds)
                .query(StoredDeadline::read)
                .list();
    }

    Optional<DeadlineRow> newestOpen(String caseId, @Nullable String subjectId, DeadlineKind kind) {
        return jdbc.sql(StoredDeadline.SELECT + " where d.case_id = ? and d.kind = ? and" + OPEN
                        + " and d.subject_id is not distinct from cast(? as varchar(64))"
                        + " order by d.seq desc fetch first 1 rows only")
                .param(caseId)
                .param(kind.name())
                .param(subjectId)
                .query(StoredDeadline::read)
                .optional();
    }

    /** Open deadlines that run through a year, by id after the given one, at most {@code limit}. */
    List<DeadlineRow> openThrough(int year, String afterId, int limit) {
        return jdbc.sql(StoredDeadline.SELECT + " where" + OPEN + " and d.due_at > ? and d.start_date <= ? and d.id > ?"
                        + " order by d.id fetch first ? rows only")
                .param(timestamp(DueDate.endOf(LocalDate.of(year - 1, 12, 31))))
                .param(LocalDate.of(year, 12, 31))
                .param(afterId)
                .param(limit)
                .query(StoredDeadline::read)
                .list();
    }

    /** Open deadlines whose due date is not firm, by id after the given one, at most {@code limit}. */
    List<DeadlineRow> openProvisional(String afterId, int limit) {
        return jdbc.sql(StoredDeadline.SELECT + " where" + OPEN + " and d.provisional = true and d.id > ?"
                        + " order by d.id fetch first ? rows only")
                .param(afterId)
                .param(limit)
                .query(StoredDeadline::read)
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
