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
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Organisations organisations;
    private final AccountUnits accounts;

    LadderRecusal(
            Interviews interviews,
            Accountabilities accountabilities,
            OrderRepository orders,
            Recusal recusal,
            Organisations organisations,
            AccountUnits accounts) {
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.orders = orders;
        this.recusal = recusal;
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
        if (units.size() < 2) {
            return List.of();
        }
        Set<String> accused = organisations.entangledWith(units);
        List<String> against = orders.on(accused);
        List<Secluded> kept = new ArrayList<>();
        interviews.open(against, accused).forEach((id, sides) -> {
            if (against.contains(sides.orderId())
                    || entangled(units, sides.issuerUnit(), sides.interviewed()).isPresent()) {
                kept.add(new Secluded(id, INTERVIEW));
            }
        });
        accountabilities.open(against, accused).forEach((id, sides) -> {
            if (against.contains(sides.orderId())
                    || entangled(units, sides.issuerUnit(), sides.accused()).isPresent()) {
                kept.add(new Secluded(id, ACCOUNTABILITY));
            }
        });
        return kept;
    }

    @Override
    public boolean isAside(String caseId, String person, Collection<String> groups) {
        Set<String> units = new Person(person, Set.copyOf(groups)).units();
        return interviews
                        .sides(caseId)
                        .filter(sides -> isAside(units, sides.orderId(), sides.issuerUnit(), sides.interviewed()))
                        .isPresent()
                || accountabilities
                        .sides(caseId)
                        .filter(sides -> isAside(units, sides.orderId(), sides.issuerUnit(), sides.accused()))
                        .isPresent();
    }

    private boolean isAside(Set<String> units, String orderId, String issuer, Set<String> parties) {
        Set<String> accused = orders.find(orderId)
                .map(SupervisionOrder::accusedUnit)
                .map(Set::of)
                .orElse(Set.of());
        return entangled(units, "", accused).isPresent()
                || entangled(units, issuer, parties).isPresent();
    }

    @Override
    public void attempted(String caseId, String person) {
        interviews
                .sides(caseId)
                .map(InterviewSides::orderId)
                .or(() -> accountabilities.sides(caseId).map(AccountabilitySides::orderId))
                .ifPresent(orderId -> recusal.attempted(orderId, person));
    }

    private Optional<String> entangled(Set<String> units, String issuer, Set<String> parties) {
        return units.stream()
                .filter(unit -> !unit.equals(issuer))
                .filter(unit -> parties.stream()
                        .anyMatch(party -> organisations.relation(unit, party).requiresRecusal()))
                .findFirst();
    }

    private void requireFree(
            String orderId, String taskKey, String person, String issuer, Set<String> parties, String what) {
        orders.find(orderId).ifPresent(order -> recusal.requireFree(order, taskKey, person));
        entangled(accounts.of(person), issuer, parties).ifPresent(entangled -> {
            throw Refusal.forbidden(
                    "investigator-recusal",
                    "INV-05；A53",
                    "您所在的“" + organisations.get(entangled).name() + "”就是" + what
                            + "单位，或与其有隶属、举办关系；您不得认领或办理该事项，请由无回避情形的人员办理。",
                    "Your unit is the one concerned or entangled with it; you may not take this task.");
        });
    }
}
