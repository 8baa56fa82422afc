package io.duban.order;

import io.duban.accountability.Accountabilities;
import io.duban.engine.Refusal;
import io.duban.engine.TaskAdmission;
import io.duban.interview.Interviews;
import io.duban.organisation.Organisations;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 约谈、问责中的回避 (INV-05, 《教育督导问责办法》): whoever belongs to the accused unit of the order, or to a unit that is
 * interviewed or held to account, decides about neither; what is asked of the interviewed side itself stays with it.
 */
@Component
class LadderRecusal implements TaskAdmission {

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

    private void requireFree(
            String orderId, String taskKey, String person, String issuer, Set<String> parties, String what) {
        orders.find(orderId).ifPresent(order -> recusal.requireFree(order, taskKey, person));
        accounts.of(person).stream()
                .filter(unit -> !unit.equals(issuer))
                .filter(unit -> parties.stream()
                        .anyMatch(party -> organisations.relation(unit, party).requiresRecusal()))
                .findFirst()
                .ifPresent(entangled -> {
                    throw Refusal.forbidden(
                            "investigator-recusal",
                            "INV-05；A53",
                            "您所在的“" + organisations.get(entangled).name() + "”就是" + what
                                    + "单位，或与其有隶属、举办关系；您不得认领或办理该事项，请由无回避情形的人员办理。",
                            "Your unit is the one concerned or entangled with it; you may not take this task.");
                });
    }
}
