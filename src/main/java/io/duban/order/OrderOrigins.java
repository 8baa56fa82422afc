package io.duban.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** The opaque references an order came from, and those of all orders that went into it (并案, T20). */
    List<String> of(String orderId) {
        return jdbc.sql("select distinct origin_ref from order_origin where order_id in (:orders) order by origin_ref")
                .param("orders", reached(orderId, "select id from supervision_order where merged_into = ?"))
                .query(String.class)
                .list();
    }

    /** The orders that came from this reference, and those they went into. */
    List<String> ordersFrom(String originRef) {
        Set<String> found = new LinkedHashSet<>();
        jdbc.sql("select order_id from order_origin where origin_ref = ? order by order_id")
                .param(originRef)
                .query(String.class)
                .list()
                .forEach(id -> found.addAll(reached(
                        id, "select merged_into from supervision_order where id = ? and merged_into is not null")));
        return List.copyOf(found);
    }

    /** The order and what is reached from it by one merger after the other; two may once have swallowed each other. */
    private Set<String> reached(String orderId, String next) {
        Set<String> reached = new LinkedHashSet<>(Set.of(orderId));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            jdbc.sql(next).param(open.pop()).query(String.class).list().stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }
}
