package io.duban.order;

import io.duban.engine.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 拟稿人: everybody who has worked on a draft, in whichever version; none of them signs it (T2, domain 3.3). */
@Repository
class OrderDrafters {

    private final JdbcClient jdbc;

    OrderDrafters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever sends the draft to be signed has worked on it; who began it stands in the order itself. */
    void keep(SupervisionOrder order, String person) {
        if (!hasDrafted(order, person)) {
            jdbc.sql("insert into order_drafter (order_id, person) values (?, ?)")
                    .params(order.id(), person)
                    .update();
        }
    }

    void requireOther(SupervisionOrder order, String person) {
        if (hasDrafted(order, person)) {
            throw Refusal.forbidden(
                    "drafter-not-issuer",
                    "T2；domain 3.3",
                    "拟稿人不得签发自己拟制的文稿，请由其他负责人签发。",
                    "The drafter must not sign; let another sign.");
        }
    }

    private boolean hasDrafted(SupervisionOrder order, String person) {
        return order.drafter().equals(person)
                || jdbc.sql("select 1 from order_drafter where order_id = ? and person = ?")
                        .params(order.id(), person)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }
}
