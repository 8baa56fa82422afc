package io.duban.worklist;

import io.duban.calendar.Deadline;
import io.duban.calendar.TermUnit;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Stage;
import io.duban.order.OrderCard;
import io.duban.order.OrderCards;
import io.duban.order.OrderDossier;
import io.duban.order.OrderDossiers;
import io.duban.order.OrderSide;
import io.duban.order.SupervisionOrder;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The worklist's view of supervision orders. */
@Component
class OrderCases implements CaseBook {

    private final OrderDossiers orders;
    private final OrderCards cards;
    private final OrderExtras file;
    private final WorkingDays workingDays;
    private final Organisations organisations;
    private final Names names;
    private final Clock clock;

    OrderCases(
            OrderDossiers orders,
            OrderCards cards,
            OrderExtras file,
            WorkingDays workingDays,
            Organisations organisations,
            Names names,
            Clock clock) {
        this.cards = cards;
        this.file = file;
        this.names = names;
        this.orders = orders;
        this.workingDays = workingDays;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseId) {
        return orders.knows(caseId);
    }

    @Override
    public Optional<Stage> stageOf(String caseId) {
        return orders.stateOf(caseId).map(Function.identity());
    }

    @Override
    public Card card(String caseId, @Nullable String subjectId, String taskKey) {
        return card(Objects.requireNonNull(cards.of(List.of(caseId)).get(caseId)), subjectId, LocalDate.now(clock));
    }

    @Override
    public Map<String, Card> cards(Collection<CaseTask> tasks) {
        LocalDate today = LocalDate.now(clock);
        Map<String, OrderCard> known =
                cards.of(tasks.stream().map(CaseTask::caseId).collect(Collectors.toSet()));
        Map<String, Card> found = new HashMap<>();
        tasks.forEach(task -> {
            OrderCard card = known.get(task.caseId());
            if (card != null) {
                found.put(task.taskId(), card(card, task.subjectId(), today));
            }
        });
        return found;
    }

    private Card card(OrderCard found, @Nullable String subjectId, LocalDate today) {
        SupervisionOrder order = found.order();
        Deadline deadline = found.pressing(subjectId).orElse(null);
        return new Card(
                order.shownNumber(),
                order.title(),
                organisations.find(order.accusedUnit()).map(Unit::name).orElse(order.accusedUnit()),
                order.instrument().label(),
                order.state().name(),
                order.state().label(),
                found.problem(subjectId).orElse(null),
                deadline == null ? null : day(deadline, today),
                deadline == null ? null : deadline.due() + " 24:00",
                deadline != null && deadline.isOverdue(today),
                deadline == null ? 0 : deadline.overdueWorkingDays(today),
                found.round(subjectId),
                order.reminders(),
                found.bulletins(subjectId),
                found.interviews(),
                deadline == null ? null : deadline.explain(today),
                0);
    }

    private @Nullable String day(Deadline deadline, LocalDate today) {
        if (deadline.unit() != TermUnit.WORKING_DAYS || deadline.isOverdue(today)) {
            return null;
        }
        int all = workingDays.workingDaysBetween(deadline.startDate(), deadline.due());
        int now = workingDays.workingDaysBetween(deadline.startDate(), today);
        return "第 " + now + " / " + all + " 个工作日";
    }

    @Override
    public Dossier dossier(String caseId) {
        return dossier(orders.forTask(caseId));
    }

    @Override
    public Optional<Dossier> readable(String caseId) {
        return file.of(caseId).map(this::dossier);
    }

    @Override
    public boolean isWhole(String caseId) {
        return file.isAbove(caseId);
    }

    @Override
    public boolean mayKnow(String caseId) {
        return file.of(caseId).isPresent();
    }

    @Override
    public CaseExtras extras(String caseId) {
        return file.extras(caseId);
    }

    @Override
    public EntryStanding standing(String caseId) {
        OrderSide side = file.side(caseId);
        if (side.issuer()) {
            return EntryStanding.ISSUER;
        }
        if (side.whole()) {
            return EntryStanding.addressee(unit -> organisations.isWithin(unit, side.districtUnit()));
        }
        return side.told().isEmpty() ? EntryStanding.NONE : EntryStanding.subject(side.told());
    }

    private Dossier dossier(OrderDossier order) {
        return new Dossier(
                order.id(),
                "ORDER",
                "督办单",
                order.number(),
                order.title(),
                order.state(),
                order.stateLabel(),
                order.facts().stream()
                        .map(each -> new Dossier.Fact(each.label(), each.value()))
                        .toList(),
                order.deadlines().stream().map(CaseTerms::of).toList(),
                order.problems().stream()
                        .map(each -> new Dossier.ProblemLine(
                                each.seq(),
                                each.id(),
                                each.description(),
                                each.requirement(),
                                each.stateLabel(),
                                each.round(),
                                each.due()))
                        .toList(),
                steps(order.timeline()));
    }

    private List<Dossier.Step> steps(List<OrderDossier.Event> timeline) {
        return timeline.stream()
                .map(each -> new Dossier.Step(
                        each.at().atZone(WorkingDays.ZONE).toOffsetDateTime(), names.of(each.actor()), each.sentence()))
                .toList();
    }
}
