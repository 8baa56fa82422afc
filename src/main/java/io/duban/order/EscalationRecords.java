package io.duban.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When that happened which the escalation (D07) holds against a measure already taken: only what is newer counts. */
@Repository
class EscalationRecords {

    private final JdbcClient jdbc;

    EscalationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the newest relapse (反弹, T16) was found of a problem of the order that is still worked on. */
    Optional<Instant> lastRelapse(String orderId) {
        return jdbc.sql("select c.checked_at from rectification_check c join problem p on p.id = c.problem_id"
                        + " where p.order_id = ? and p.reopened = true and p.state not in ('SIGNED_OFF', 'UNFOUNDED')"
                        + " and c.kind = 'LOOK_BACK' and c.passed = false"
                        + " order by c.checked_at desc fetch first 1 row only")
                .param(orderId)
                .query((row, n) -> row.getTimestamp("checked_at").toInstant())
                .optional();
    }

    /** How many bulletins that were registered after the moment name one and the same unsettled problem of the order. */
    int bulletinsAfter(String orderId, Instant moment) {
        return jdbc
                .sql("select n.problem_id from bulletin_problem n join bulletin b on b.id = n.bulletin_id"
                        + " join problem p on p.id = n.problem_id where b.order_id = ? and b.registered_at > ?"
                        + " and p.state not in ('SIGNED_OFF', 'UNFOUNDED')")
                .params(orderId, Timestamp.from(moment))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(each -> 1)))
                .values()
                .stream()
                .max(Integer::compare)
                .orElse(0);
    }
}
