package io.duban.order;

import io.duban.document.CaseReaders;
import io.duban.document.Paper;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import org.springframework.stereotype.Component;

/** Who reads the papers of an order: who sees the order, and of what is addressed to it a party that does not. */
@Component
class OrderReaders implements CaseReaders {

    private final OrderRepository orders;
    private final OrderVisibility visibility;
    private final Recusal recusal;
    private final People people;

    OrderReaders(OrderRepository orders, OrderVisibility visibility, Recusal recusal, People people) {
        this.recusal = recusal;
        this.orders = orders;
        this.visibility = visibility;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return orders.find(caseId).map(this::of).orElse(Reading.NOTHING);
    }

    /** Who works for the accused unit too reads of the papers to their other unit none. */
    @Override
    public boolean isSentTo(Person person, Paper paper) {
        return CaseReaders.super.isSentTo(person, paper)
                && (!recusal.isAside(paper.caseId(), person.id(), person.groups())
                        || orders.get(paper.caseId()).accusedUnit().equals(paper.addressee()));
    }

    private Reading of(SupervisionOrder order) {
        Person person = people.current();
        return visibility.isVisible(order, person) && !visibility.isEntangled(order, person)
                ? Reading.ALL
                : Reading.ADDRESSED;
    }
}
