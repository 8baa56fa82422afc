package io.duban.order;

import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * In whose name somebody reads an order (回避): of several units only those that must stand aside, which read what the
 * accused body is told; whom the lead names that it was made from reads it in the name of no other.
 */
@Component
class ReadingUnits {

    private final OrderOrigins origins;
    private final Organisations organisations;
    private final ObjectProvider<NamedPersons> named;

    ReadingUnits(OrderOrigins origins, Organisations organisations, ObjectProvider<NamedPersons> named) {
        this.origins = origins;
        this.organisations = organisations;
        this.named = named;
    }

    Set<String> of(SupervisionOrder order, Person person) {
        return of(order, naming(person.id()), person.units());
    }

    /** @param named the orders from which the person stands aside by name */
    Set<String> of(SupervisionOrder order, Set<String> named, Set<String> units) {
        Set<String> aside = entangled(order, units);
        return aside.isEmpty() && !named.contains(order.id()) ? units : aside;
    }

    Set<String> entangled(SupervisionOrder order, Set<String> units) {
        return units.stream()
                .filter(unit ->
                        organisations.relation(unit, order.accusedUnit()).requiresRecusal())
                .collect(Collectors.toSet());
    }

    /** The orders made from what names this account, and those they went into; nearly nobody has any. */
    Set<String> naming(String account) {
        return named.orderedStream()
                .flatMap(each -> each.naming(account).stream())
                .flatMap(origin -> origins.ordersFrom(origin).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean names(SupervisionOrder order, String account) {
        return naming(account).contains(order.id());
    }
}
