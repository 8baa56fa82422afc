package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.interview.Interviews;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cards of many orders at once, with one query for each table, however long the list is. */
@Service
@Transactional(readOnly = true)
public class OrderCards {

    private final OrderRepository orders;
    private final Problems problems;
    private final Deadlines deadlines;
    private final Interviews interviews;

    OrderCards(OrderRepository orders, Problems problems, Deadlines deadlines, Interviews interviews) {
        this.interviews = interviews;
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
        return found.stream()
                .collect(Collectors.toMap(
                        SupervisionOrder::id,
                        order -> new OrderCard(
                                order,
                                open.getOrDefault(order.id(), List.of()),
                                named.getOrDefault(order.id(), List.of()),
                                held.getOrDefault(order.id(), 0))));
    }
}
