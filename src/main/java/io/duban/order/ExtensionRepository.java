package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.engine.Refusal;
import io.duban.organisation.Person;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for more time; at most one is open for a deadline. */
@Repository
class ExtensionRepository {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ExtensionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, String orderId, Deadline deadline, int days, String reason, String person, Instant at) {
        try {
            jdbc.sql("insert into extension_request (id, order_id, problem_id, deadline_id, open_key, working_days,"
                            + " reason, requested_by, requested_at) values (?,?,?,?,?,?,?,?,?)")
                    .param(id)
                    .param(orderId)
                    .param(deadline.subjectId())
                    .param(deadline.id())
                    .param(deadline.id())
                    .param(days)
                    .param(reason)
                    .param(person)
                    .param(Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException open) {
            throw Refusal.of(
                    "deadline", "extension-once", "INV-18", "该期限已有一份延期申请待批，请等待审批。", "A request is already open.");
        }
    }

    Request get(String id) {
        return jdbc.sql("select id, order_id, deadline_id, working_days, reason, requested_by, decided_by,"
                        + " decision_note from extension_request where id=?")
                .param(id)
                .query((row, n) -> new Request(
                        row.getString("id"),
                        row.getString("order_id"),
                        row.getString("deadline_id"),
                        row.getInt("working_days"),
                        row.getString("reason"),
                        row.getString("requested_by"),
                        row.getString("decided_by"),
                        row.getString("decision_note")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这份延期申请。", "There is no such request."));
    }

    void decide(String id, boolean granted, String note, String person) {
        jdbc.sql("update extension_request set granted=?, decision_note=?, decided_by=? where id=?")
                .params(granted, note, person, id)
                .update();
    }

    /** The request that waits for a decision about this deadline. */
    Optional<String> openFor(String deadlineId) {
        return jdbc.sql("select id from extension_request where open_key=?")
                .param(deadlineId)
                .query(String.class)
                .optional();
    }

    void close(String id) {
        jdbc.sql("update extension_request set open_key=null where id=?")
                .param(id)
                .update();
    }

    /** Open deadlines of orders to which one of the person's units is a party (addressee or accused). */
    List<String> openDeadlinesFor(Person person) {
        List<String> found = new ArrayList<>();
        for (String unit : person.units()) {
            found.addAll(jdbc.sql("select d.id from deadline d join supervision_order o on o.id = d.case_id"
                            + " where not exists (select 1 from deadline_end e where e.deadline_id = d.id)"
                            + " and (o.addressee_unit=? or (o.accused_unit=? and d.kind='RECTIFICATION'))"
                            + " order by d.due_at, d.id fetch first ? rows only")
                    .params(unit, unit, MOST)
                    .query(String.class)
                    .list());
        }
        return found.stream().distinct().toList();
    }

    /** 延期申请. */
    record Request(
            String id,
            String orderId,
            String deadlineId,
            int workingDays,
            String reason,
            String requestedBy,
            @Nullable String decidedBy,
            @Nullable String decisionNote) {}
}
