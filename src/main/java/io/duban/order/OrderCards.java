package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.interview.Interviews;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cards of many orders at once, with one query for each table, however long the list is; on the card of the unit that
 * has to rectify, and of whoever must stand aside with it, stands its own part only (A53).
 */
@Service
@Transactional(readOnly = true)
public class OrderCards {

    private final OrderRepository orders;
    private final Problems problems;
    private final Deadlines deadlines;
    private final Interviews interviews;
    private final OrderVisibility visibility;
    private final People people;

    OrderCards(
            OrderRepository orders,
            Problems problems,
            Deadlines deadlines,
            Interviews interviews,
            OrderVisibility visibility,
            People people) {
        this.interviews = interviews;
        this.visibility = visibility;
        this.people = people;
        this.orders = orders;
        this.problems = problems;
        this.deadlines = deadlines;
    }

    /** By id those of the given cases that are orders; unchecked: the caller has a task in each of them. */
    public Map<String, OrderCard> of(Collection<String> caseIds) {
        List<SupervisionOrder> found = caseIds.isEmpty() ? List.of() : orders.all(caseIds);
        if (found.isEmpty()) {
            return Map.of();
        }
        List<String> ids = found.stream().map(SupervisionOrder::id).toList();
        Map<String, List<Deadline>> open = deadlines.openOf(ids);
        Map<String, List<Problem>> named = problems.of(ids);
        Map<String, Integer> held = interviews.heldOf(found.stream()
                .filter(SupervisionOrder::isOut)
                .map(SupervisionOrder::id)
                .toList());
        Person person = people.current();
        return found.stream()
                .collect(Collectors.toMap(
                        SupervisionOrder::id,
                        order -> card(
                                order,
                                visibility.isEntangled(order, person),
                                open.getOrDefault(order.id(), List.of()),
                                named.getOrDefault(order.id(), List.of()),
                                held.getOrDefault(order.id(), 0))));
    }

    private static OrderCard card(
            SupervisionOrder order, boolean entangled, List<Deadline> open, List<Problem> problems, int held) {
        return entangled
                ? new OrderCard(
                        order,
                        PartyShare.terms(order, problems, open),
                        PartyShare.problems(order, problems),
                        order.addresseeUnit().equals(order.accusedUnit()) ? held : 0)
                : new OrderCard(order, open, problems, held);
    }
}
