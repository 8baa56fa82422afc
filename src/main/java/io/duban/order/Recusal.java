package io.duban.order;

import io.duban.engine.Decisions;
import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import io.duban.engine.TaskSeclusion;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.Question;
import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import io.duban.organisation.Relation;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 调查主体回避 (D04, INV-05): the accused unit, its subordinates and whoever runs it neither investigate, report, review
 * nor verify, and read nothing of it; asked at assignment, claim, delegation and submission, and of every list.
 */
@Component
class Recusal implements TaskAdmission, TaskSeclusion, KnownToModels {

    static final Question QUESTION = Question.one("investigatorRecusal")
            .input("relation", Relation.values())
            .verdict("admitted")
            .text("reason");

    private static final Set<String> PROTECTED = Set.of(
            "userTask_draftOrder",
            "userTask_issueOrder",
            "userTask_investigate",
            "userTask_submitReport",
            "userTask_supplementReport",
            "userTask_reviewReport",
            "userTask_verifyRectification",
            "userTask_signOffProblem",
            "userTask_lookBack",
            "userTask_decideExtension",
            "userTask_decideDiscontinuation");

    private final OrderRepository orders;
    private final ReadingUnits reading;
    private final Organisations organisations;
    private final AccountUnits accounts;
    private final Decisions decisions;
    private final ObjectProvider<RecusalAlarm> alarms;

    Recusal(
            OrderRepository orders,
            ReadingUnits reading,
            Organisations organisations,
            AccountUnits accounts,
            Decisions decisions,
            ObjectProvider<RecusalAlarm> alarms) {
        this.orders = orders;
        this.reading = reading;
        this.organisations = organisations;
        this.accounts = accounts;
        this.decisions = decisions;
        this.alarms = alarms;
    }

    @Override
    public void tell(Known known) {
        known.question(QUESTION);
    }

    @Override
    public void admit(String taskKey, String caseId, String person) {
        if (PROTECTED.contains(taskKey)) {
            orders.find(caseId).ifPresent(order -> requireFree(order, taskKey, person));
        } else if (reading.naming(person).contains(caseId)) {
            orders.find(caseId)
                    .filter(order ->
                            reading.entangled(order, accounts.of(person)).isEmpty())
                    .ifPresent(order -> requireUnnamed(order, taskKey, person));
        }
    }

    @Override
    public List<Secluded> from(String person, Collection<String> groups) {
        Set<String> units = new Person(person, Set.copyOf(groups)).units();
        List<String> against = orders.openOn(organisations.entangledWith(units));
        Set<String> named = reading.naming(person);
        named.removeAll(against);
        return Stream.concat(
                        against.stream().map(order -> new Secluded(order, PROTECTED)),
                        named.stream().map(Secluded::whole))
                .toList();
    }

    /** Only who works elsewhere too: the accused unit itself reads what it is told, and of a paper to it all of that. */
    @Override
    public boolean isAside(String caseId, String person, Collection<String> groups) {
        Set<String> units = new Person(person, Set.copyOf(groups)).units();
        return !readsAs(caseId, person, units).equals(units)
                && orders.find(caseId).stream()
                        .noneMatch(each -> each.accusedUnit().equals(each.addresseeUnit()));
    }

    @Override
    public Set<String> readsAs(String caseId, String person, Set<String> units) {
        Set<String> named = reading.naming(person);
        return units.size() < 2 && named.isEmpty()
                ? units
                : orders.find(caseId)
                        .map(order -> reading.of(order, named, units))
                        .orElse(units);
    }

    @Override
    public void attempted(String caseId, String person) {
        orders.find(caseId).ifPresent(order -> read(order, person));
    }

    /** Raises an alarm because somebody has tried to read of the order who must not. */
    void read(SupervisionOrder order, String person) {
        Relation nearest = accounts.of(person).stream()
                .map(unit -> organisations.relation(unit, order.accusedUnit()))
                .min(Comparator.naturalOrder())
                .orElse(Relation.NONE);
        alarm(order, "READ", person, reading.names(order, person) ? RecusalAlarm.NAMED : nearest.name());
    }

    private void alarm(SupervisionOrder order, String attempt, String person, String relation) {
        alarms.orderedStream().forEach(each -> each.refused(order, attempt, person, relation));
    }

    /**
     * Refuses, with an alarm, a person of whom a unit is entangled with the accused one or whom the lead names that the
     * order was made from; {@code attempt} says what for.
     */
    void requireFree(SupervisionOrder order, String attempt, String person) {
        requireUnnamed(order, attempt, person);
        accounts.of(person).forEach(unit -> {
            Relation relation = organisations.relation(unit, order.accusedUnit());
            if (relation != Relation.NONE) {
                alarm(order, attempt, person, relation.name());
                refuse(order, relation);
            }
        });
    }

    /** The sentence does not say whether there was a lead, or that it names anybody. */
    private void requireUnnamed(SupervisionOrder order, String attempt, String person) {
        if (reading.names(order, person)) {
            alarm(order, attempt, person, RecusalAlarm.NAMED);
            throw Refusal.forbidden(
                    "investigator-recusal",
                    "INV-05；A53；D04",
                    "您或您所在单位与本案有回避关系；您不得认领或办理该事项，请由无回避情形的人员办理。",
                    "You or your unit must stand aside from this case; you may not take this task, somebody else must.");
        }
    }

    /** The body that is to investigate has a team and is not entangled with the accused unit. */
    void requireAdmitted(SupervisionOrder order, String field, Unit body) {
        Relation relation = organisations.relation(body.code(), order.accusedUnit());
        Map<String, Object> verdict = verdict(order, relation);
        if (!Boolean.TRUE.equals(verdict.get("admitted"))) {
            throw Refusal.of(
                    field,
                    "investigator-recusal",
                    "INV-05；A53；D04",
                    "“" + body.name() + "”" + verdict.get("reason") + "；严禁交由被举报单位自查核实，请另选承办单位。",
                    "This body must not investigate the accused unit; choose another.");
        }
        if (!Role.INVESTIGATION_TEAM.levels().contains(body.level())) {
            throw Refusal.of(
                    field,
                    "investigation-team",
                    "domain 3.4",
                    "“" + body.name() + "”没有调查组，请选择设有调查组的区县或上级。",
                    "This unit has no investigation team.");
        }
    }

    private Map<String, Object> verdict(SupervisionOrder order, Relation relation) {
        List<Map<String, Object>> fired =
                decisions.ask(order.id(), "investigatorRecusal", Map.of("relation", relation.name()));
        return fired.isEmpty() ? Map.of("admitted", false, "reason", "与被举报单位的关系不明") : fired.get(0);
    }

    private void refuse(SupervisionOrder order, Relation relation) {
        throw Refusal.forbidden(
                "investigator-recusal",
                "INV-05；A53；D04",
                "您所在单位" + verdict(order, relation).get("reason") + "；您不得认领或办理该事项，请由无回避情形的人员办理。",
                "Your unit is entangled with the accused unit; you may not take this task, somebody else must.");
    }
}
