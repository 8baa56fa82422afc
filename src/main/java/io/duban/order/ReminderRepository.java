package io.duban.order;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 催办: at most one a day for an order. */
@Repository
class ReminderRepository {

    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers false when the order was urged on that day already. */
    boolean add(String orderId, LocalDate day, String reason) {
        return jdbc.sql("insert into reminder (order_id, urged_on, reason) select ?, ?, ?"
                                + " where not exists (select 1 from reminder where order_id=? and urged_on=?)")
                        .param(orderId)
                        .param(Date.valueOf(day))
                        .param(reason)
                        .param(orderId)
                        .param(Date.valueOf(day))
                        .update()
                == 1;
    }

    /** The days on which the order was urged, the last first; the table of the ladder keeps them few. */
    List<LocalDate> days(String orderId) {
        return jdbc.sql("select urged_on from reminder where order_id=? order by urged_on desc")
                .param(orderId)
                .query((row, n) -> row.getDate("urged_on").toLocalDate())
                .list();
    }
}
