package io.duban.order;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the open orders on a unit that a room above has learnt something the escalation (D07) looks at. */
@Component
public class OrdersAgainst {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    OrdersAgainst(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Has every open order on the unit assessed again, in the order in which they were drafted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reassess(String accusedUnit) {
        jdbc.sql("select id from supervision_order where accused_unit = ? and issued_at is not null"
                        + " and closed_at is null order by drafted_at, id")
                .param(accusedUnit)
                .query(String.class)
                .list()
                .forEach(id -> events.publishEvent(new EscalationInputsChanged(id)));
    }
}
