package io.duban.order;

import io.duban.document.CaseReaders;
import io.duban.organisation.People;
import org.springframework.stereotype.Component;

/** Who reads the papers of an order: who sees the order, and of what is addressed to it a party that does not. */
@Component
class OrderReaders implements CaseReaders {

    private final OrderRepository orders;
    private final OrderVisibility visibility;
    private final People people;

    OrderReaders(OrderRepository orders, OrderVisibility visibility, People people) {
        this.orders = orders;
        this.visibility = visibility;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return orders.find(caseId).map(this::of).orElse(Reading.NOTHING);
    }

    private Reading of(SupervisionOrder order) {
        return visibility.isWhole(order, people.current()) ? Reading.ALL : Reading.ADDRESSED;
    }
}
