package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.order.Discontinuations.Asked;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests to end an order early; at most one is open for an order. */
@Repository
class DiscontinuationRepository {

    private final JdbcClient jdbc;

    DiscontinuationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, Asked asked, String person, Instant at) {
        try {
            jdbc.sql("insert into discontinuation (id, order_id, open_key, kind, reason, explanation, receiving_body,"
                            + " target_order, requested_by, requested_at) values (?,?,?,?,?,?,?,?,?,?)")
                    .params(
                            id,
                            asked.orderId(),
                            asked.orderId(),
                            asked.kind().name(),
                            asked.reason(),
                            asked.explanation(),
                            asked.receiving(),
                            asked.targetOrder().orElse(null),
                            person,
                            Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException open) {
            throw Refusal.of("order", "one-request", "设计", "该督办单已有一份撤销、移送或并案申请待批。", "A request is already open.");
        }
    }

    Request get(String id) {
        return jdbc.sql("select id, order_id, kind, reason, explanation, receiving_body, target_order, requested_by"
                        + " from discontinuation where id=?")
                .param(id)
                .query((row, n) -> new Request(
                        row.getString("id"),
                        new Asked(
                                row.getString("order_id"),
                                DiscontinuationKind.valueOf(row.getString("kind")),
                                row.getString("reason"),
                                row.getString("explanation"),
                                Optional.ofNullable(row.getString("receiving_body")),
                                Optional.ofNullable(row.getString("target_order"))),
                        row.getString("requested_by")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这份申请。", "There is no such request."));
    }

    void decide(String id, boolean granted, String note, String person) {
        jdbc.sql("update discontinuation set granted=?, decision_note=?, decided_by=? where id=?")
                .params(granted, note, person, id)
                .update();
    }

    void close(String id) {
        jdbc.sql("update discontinuation set open_key=null where id=?")
                .param(id)
                .update();
    }

    /** 撤销、移送、并案申请. */
    record Request(String id, Asked asked, String requestedBy) {}
}
