package io.duban.order;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 督办单由来: which orders came from which leads; of a lead only its opaque reference. */
@Repository
class OrderOrigins {

    private final JdbcClient jdbc;

    OrderOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String orderId, String originRef) {
        jdbc.sql("insert into order_origin (order_id, origin_ref) values (?, ?)")
                .params(orderId, originRef)
                .update();
    }

    /** The opaque references an order came from. */
    List<String> of(String orderId) {
        return jdbc.sql("select origin_ref from order_origin where order_id = ? order by origin_ref")
                .param(orderId)
                .query(String.class)
                .list();
    }

    /** The orders that came from this reference. */
    List<String> ordersFrom(String originRef) {
        return jdbc.sql("select order_id from order_origin where origin_ref = ? order by order_id")
                .param(originRef)
                .query(String.class)
                .list();
    }
}
