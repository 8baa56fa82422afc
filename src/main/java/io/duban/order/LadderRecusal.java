package io.duban.order;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilitySides;
import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import io.duban.engine.TaskSeclusion;
import io.duban.interview.InterviewSides;
import io.duban.interview.Interviews;
import io.duban.organisation.Organisations;
import io.duban.organisation.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 约谈、问责中的回避 (INV-05, 《教育督导问责办法》): whoever belongs to the accused unit of the order, or to a unit that is
 * interviewed or held to account, decides about neither; what is asked of the interviewed side itself stays with it.
 */
@Component
class LadderRecusal implements TaskAdmission, TaskSeclusion {

    private static final Set<String> INTERVIEW = Set.of(
            "userTask_approveInterview",
            "userTask_notifyInterviewee",
            "userTask_holdInterview",
            "userTask_reportToPartyAndGovernment",
            "userTask_followUpInterview",
            "eventSubProcess_ending");
    private static final Set<String> ACCOUNTABILITY = Set.of(
            "userTask_formWorkingGroup",
            "userTask_establishFacts",
            "userTask_notifySubject",
            "userTask_hearStatement",
            "userTask_decideAccountability",
            "userTask_issueDecision",
            "userTask_archiveAccountability");

    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final OrderRepository orders;
    private final Recusal recusal;
    private final ReadingUnits reading;
    private final Organisations organisations;
    private final AccountUnits accounts;

    LadderRecusal(
            Interviews interviews,
            Accountabilities accountabilities,
            OrderRepository orders,
            Recusal recusal,
            ReadingUnits reading,
            Organisations organisations,
            AccountUnits accounts) {
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.orders = orders;
        this.recusal = recusal;
        this.reading = reading;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    @Override
    public void admit(String taskKey, String caseId, String person) {
        if (INTERVIEW.contains(taskKey)) {
            interviews
                    .sides(caseId)
                    .ifPresent(sides -> requireFree(
                            sides.orderId(), taskKey, person, sides.issuerUnit(), sides.interviewed(), "被约谈"));
        } else if (ACCOUNTABILITY.contains(taskKey)) {
            accountabilities
                    .sides(caseId)
                    .ifPresent(sides ->
                            requireFree(sides.orderId(), taskKey, person, sides.issuerUnit(), sides.accused(), "被问责"));
        }
    }

    /** All of these tasks are offered to the issuer's groups: only who works in another unit too can be in the way. */
    @Override
    public List<Secluded> from(String person, Collection<String> groups) {
        Set<String> units = new Person(person, Set.copyOf(groups)).units();
        Set<String> named = reading.naming(person);
        if (units.size() < 2 && named.isEmpty()) {
            return List.of();
        }
        Set<String> accused = units.size() < 2 ? Set.of("") : organisations.entangledWith(units);
        Set<String> against = new HashSet<>(orders.on(accused));
        named.removeAll(against);
        against.addAll(named);
        List<Secluded> kept = new ArrayList<>();
        interviews.open(against, accused).forEach((id, sides) -> {
            if (against.contains(sides.orderId())
                    || !entangled(units, sides.issuerUnit(), sides.interviewed())
                            .isEmpty()) {
                kept.add(named.contains(sides.orderId()) ? Secluded.whole(id) : new Secluded(id, INTERVIEW));
            }
        });
        accountabilities.open(against, accused).forEach((id, sides) -> {
            if (against.contains(sides.orderId())
                    || !entangled(units, sides.issuerUnit(), sides.accused()).isEmpty()) {
                kept.add(named.contains(sides.orderId()) ? Secluded.whole(id) : new Secluded(id, ACCOUNTABILITY));
            }
        });
        return kept;
    }

    /** Whoever works for the accused body, or for a party beside the issuer, reads what that is told and no more. */
    @Override
    public Set<String> readsAs(String caseId, String person, Set<String> units) {
        if (units.size() < 2 && reading.naming(person).isEmpty()) {
            return units;
        }
        return interviews
                .sides(caseId)
                .map(sides -> readsAs(person, units, sides.orderId(), sides.issuerUnit(), sides.interviewed()))
                .or(() -> accountabilities
                        .sides(caseId)
                        .map(sides -> readsAs(person, units, sides.orderId(), sides.issuerUnit(), sides.accused())))
                .orElse(units);
    }

    private Set<String> readsAs(String person, Set<String> units, String order, String issuer, Set<String> parties) {
        Set<String> left = recusal.readsAs(order, person, units);
        Set<String> ofParties = entangled(left, issuer, parties);
        return ofParties.isEmpty() ? left : ofParties;
    }

    @Override
    public boolean isAside(String caseId, String person, Collection<String> groups) {
        Set<String> units = new Person(person, Set.copyOf(groups)).units();
        return interviews
                        .sides(caseId)
                        .filter(sides ->
                                isAside(person, units, sides.orderId(), sides.issuerUnit(), sides.interviewed()))
                        .isPresent()
                || accountabilities
                        .sides(caseId)
                        .filter(sides -> isAside(person, units, sides.orderId(), sides.issuerUnit(), sides.accused()))
                        .isPresent();
    }

    private boolean isAside(String person, Set<String> units, String orderId, String issuer, Set<String> parties) {
        Set<String> accused = orders.find(orderId)
                .map(SupervisionOrder::accusedUnit)
                .map(Set::of)
                .orElse(Set.of());
        return !entangled(units, "", accused).isEmpty()
                || !entangled(units, issuer, parties).isEmpty()
                || reading.naming(person).contains(orderId);
    }

    @Override
    public void attempted(String caseId, String person) {
        interviews
                .sides(caseId)
                .map(InterviewSides::orderId)
                .or(() -> accountabilities.sides(caseId).map(AccountabilitySides::orderId))
                .ifPresent(orderId -> recusal.attempted(orderId, person));
    }

    private Set<String> entangled(Set<String> units, String issuer, Set<String> parties) {
        return units.stream()
                .filter(unit -> !unit.equals(issuer))
                .filter(unit -> parties.stream()
                        .anyMatch(party -> organisations.relation(unit, party).requiresRecusal()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void requireFree(
            String orderId, String taskKey, String person, String issuer, Set<String> parties, String what) {
        orders.find(orderId).ifPresent(order -> recusal.requireFree(order, taskKey, person));
        entangled(accounts.of(person), issuer, parties).stream().findFirst().ifPresent(entangled -> {
            throw Refusal.forbidden(
                    "investigator-recusal",
                    "INV-05；A53",
                    "您所在的“" + organisations.get(entangled).name() + "”就是" + what
                            + "单位，或与其有隶属、举办关系；您不得认领或办理该事项，请由无回避情形的人员办理。",
                    "Your unit is the one concerned or entangled with it; you may not take this task.");
        });
    }
}
