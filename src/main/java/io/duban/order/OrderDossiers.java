package io.duban.order;

import io.duban.audit.AuditEvent;
import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.order.OrderDossier.Event;
import io.duban.order.OrderDossier.ProblemLine;
import io.duban.organisation.People;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dossier of an order together: facts, deadlines with their reckoning, problems, timeline. */
@Service
@Transactional(readOnly = true)
public class OrderDossiers {

    private static final int LONGEST_TIMELINE = 500;

    private final OrderRepository orders;
    private final OrderVisibility visibility;
    private final Problems problems;
    private final Deadlines deadlines;
    private final DossierTerms terms;
    private final OrderFacts facts;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    OrderDossiers(
            OrderRepository orders,
            OrderVisibility visibility,
            Problems problems,
            Deadlines deadlines,
            DossierTerms terms,
            OrderFacts facts,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.visibility = visibility;
        this.problems = problems;
        this.deadlines = deadlines;
        this.terms = terms;
        this.facts = facts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is an order of this id. */
    public boolean knows(String id) {
        return orders.find(id).isPresent();
    }

    /** The order's state as a key of {@link OrderState}. */
    public Optional<OrderState> stateOf(String id) {
        return orders.find(id).map(SupervisionOrder::state);
    }

    /**
     * The dossier for whoever may see the order; as if it did not exist for everybody else. The unit that has to rectify
     * is shown no more than in its tasks.
     */
    public OrderDossier visible(String id) {
        visibility.requireVisible(orders.get(id));
        return forTask(id);
    }

    /**
     * The dossier for somebody who has a task in the case. The unit that has to rectify is shown findings and demands
     * only (A53, F10).
     */
    public OrderDossier forTask(String id) {
        SupervisionOrder order = orders.get(id);
        boolean whole = visibility.isWhole(order, people.current());
        return dossier(order, whole, people.sees(order.issuerUnit()));
    }

    OrderDossier of(String id) {
        return dossier(orders.get(id), true, true);
    }

    Map<String, Object> summary(SupervisionOrder order) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("id", order.id());
        summary.put("number", order.number());
        summary.put("title", order.title());
        summary.put("instrument", order.instrument().name());
        summary.put("state", order.state().name());
        summary.put("stateLabel", order.state().label());
        summary.put("issuerUnit", order.issuerUnit());
        summary.put("addresseeUnit", order.addresseeUnit());
        summary.put("accusedUnit", order.accusedUnit());
        summary.put("draftedAt", order.draftedAt());
        return summary;
    }

    /** The deadline a request for more time means: the named one, or the only running one. */
    String deadlineOf(String orderId, Optional<String> named) {
        List<Deadline> running = deadlines.of(orderId).stream()
                .filter(each -> named.map(each.id()::equals).orElse(each.status() == DeadlineStatus.OPEN))
                .toList();
        if (running.size() != 1) {
            throw Refusal.of(
                    "deadline",
                    "which-deadline",
                    "T17",
                    "请在 deadline 中写明要延长的期限编号（见督办单的 deadlines）。",
                    "Name the deadline.");
        }
        return running.get(0).id();
    }

    private OrderDossier dossier(SupervisionOrder order, boolean whole, boolean issuersSide) {
        LocalDate today = LocalDate.now(clock);
        List<Problem> all = problems.of(order.id());
        List<Problem> list = whole ? all : PartyShare.problems(order, all);
        List<Deadline> every = deadlines.of(order.id());
        List<Deadline> shown = whole ? every : PartyShare.terms(order, all, every);
        return new OrderDossier(
                order.id(),
                order.instrument().name(),
                order.instrument().label(),
                order.number(),
                order.title(),
                order.state().name(),
                order.state().label(),
                order.issuerUnit(),
                order.addresseeUnit(),
                order.accusedUnit(),
                order.districtUnit(),
                order.handlingUnit(),
                order.reminders(),
                order.reportReturns(),
                order.falsifiedAt() != null,
                facts.of(order, whole),
                shown.stream().map(each -> terms.of(each, list, today)).toList(),
                list.stream().map(OrderDossiers::line).toList(),
                whole ? trail(order.id(), issuersSide) : List.of());
    }

    private List<Event> trail(String id, boolean issuersSide) {
        List<AuditEvent> lines = audit.of(id, LONGEST_TIMELINE);
        return (issuersSide ? lines : OrderTrail.told(lines))
                .stream()
                        .map(each -> new Event(each.at(), each.actor(), each.action(), each.sentence()))
                        .toList();
    }

    private static ProblemLine line(Problem each) {
        return new ProblemLine(
                each.seq(),
                each.id(),
                each.category().label(),
                each.description(),
                each.requirement(),
                each.state().name(),
                each.state().label(),
                each.round(),
                each.reopened(),
                each.bulletinCount(),
                each.due());
    }
}
