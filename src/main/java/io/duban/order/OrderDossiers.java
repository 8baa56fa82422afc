package io.duban.order;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.order.OrderDossier.Event;
import io.duban.order.OrderDossier.Fact;
import io.duban.order.OrderDossier.ProblemLine;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Unit;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final ReportRepository reports;
    private final BulletinRepository bulletins;
    private final Deadlines deadlines;
    private final DossierTerms terms;
    private final Organisations organisations;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    OrderDossiers(
            OrderRepository orders,
            OrderVisibility visibility,
            Problems problems,
            ReportRepository reports,
            BulletinRepository bulletins,
            Deadlines deadlines,
            DossierTerms terms,
            Organisations organisations,
            People people,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.visibility = visibility;
        this.problems = problems;
        this.reports = reports;
        this.bulletins = bulletins;
        this.deadlines = deadlines;
        this.terms = terms;
        this.organisations = organisations;
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
        boolean whole = visibility.isVisible(order, people.current())
                && !people.current().units().contains(order.accusedUnit());
        return dossier(order, whole);
    }

    OrderDossier of(String id) {
        return dossier(orders.get(id), true);
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

    private OrderDossier dossier(SupervisionOrder order, boolean whole) {
        LocalDate today = LocalDate.now(clock);
        List<Problem> list = problems.of(order.id());
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
                facts(order, whole),
                deadlines.of(order.id()).stream()
                        .map(each -> terms.of(each, list, today))
                        .toList(),
                list.stream().map(OrderDossiers::line).toList(),
                whole
                        ? audit.of(order.id(), LONGEST_TIMELINE).stream()
                                .map(each -> new Event(each.at(), each.actor(), each.action(), each.sentence()))
                                .toList()
                        : List.of());
    }

    private List<Fact> facts(SupervisionOrder order, boolean whole) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "文种", order.instrument().label());
        fact(facts, "编号", order.shownNumber());
        fact(facts, "发文单位", name(order.issuerUnit()));
        fact(facts, "主送单位", name(order.addresseeUnit()));
        fact(facts, "被督办单位", name(order.accusedUnit()));
        if (whole) {
            fact(facts, "前次督办单", previous(order));
            fact(facts, "承办单位", order.handlingUnit() == null ? null : name(order.handlingUnit()));
            fact(facts, "初步调查情况", order.summary());
            fact(facts, "违反的规定", order.provisions());
            fact(facts, "社会影响", order.socialImpact());
            fact(facts, "责任领导（签收时明确）", order.responsible());
        }
        if (whole && order.state().isOut()) {
            fact(facts, "调查报告签报人", reports.signerOf(order.id()).orElse(null));
            bulletins.ofOrder(order.id()).forEach(each -> fact(facts, "通报", sentence(each)));
        }
        fact(facts, "催办次数", String.valueOf(order.reminders()));
        return facts;
    }

    private String sentence(BulletinRepository.Registered each) {
        String numbers = each.problems().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return each.number() + "《" + each.title() + "》，" + name(each.issuerUnit()) + " " + each.issuedOn() + "，点名问题 "
                + numbers;
    }

    private @Nullable String previous(SupervisionOrder order) {
        return Optional.ofNullable(order.previousOrder())
                .flatMap(orders::find)
                .map(SupervisionOrder::shownNumber)
                .orElse(null);
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

    private String name(String unit) {
        return organisations.find(unit).map(Unit::name).orElse(unit);
    }

    private static void fact(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
