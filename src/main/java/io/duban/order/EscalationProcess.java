package io.duban.order;

import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.DISTRICT_UNIT;
import static io.duban.order.SupervisionOrderVariables.ISSUER_UNIT;

import io.duban.accountability.AccountabilityConcluded;
import io.duban.engine.SystemCalls;
import io.duban.interview.InterviewConcluded;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells escalation.bpmn (逐日升级): at most one instance watches an order. */
@Component
class EscalationProcess {

    private static final String PROCESS = "escalation";

    private final RuntimeService runtimeService;
    private final OrderRepository orders;
    private final Escalations escalations;
    private final SystemCalls system;

    EscalationProcess(
            RuntimeService runtimeService, OrderRepository orders, Escalations escalations, SystemCalls system) {
        this.runtimeService = runtimeService;
        this.orders = orders;
        this.escalations = escalations;
        this.system = system;
    }

    @EventListener
    void inputsChanged(EscalationInputsChanged changed) {
        SupervisionOrder order = orders.lock(changed.orderId());
        system.run(() -> {
            var watching = runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(order.id())
                    .list();
            if (watching.isEmpty()) {
                startUnlessQuiet(order);
            } else {
                wake(order.id());
            }
        });
    }

    @EventListener
    void interviewConcluded(InterviewConcluded concluded) {
        inputsChanged(new EscalationInputsChanged(concluded.orderId()));
    }

    @EventListener
    void accountabilityConcluded(AccountabilityConcluded concluded) {
        inputsChanged(new EscalationInputsChanged(concluded.orderId()));
    }

    /** An assessment that could only end at once without a measure is not started. */
    private void startUnlessQuiet(SupervisionOrder order) {
        if (escalations.assess(order).isQuiet()) {
            return;
        }
        runtimeService
                .createMessageCorrelation("escalationTriggered")
                .processInstanceBusinessKey(order.id())
                .setVariables(Map.of(
                        CASE_ID.name(), order.id(),
                        ISSUER_UNIT.name(), order.issuerUnit(),
                        DISTRICT_UNIT.name(), order.districtUnit()))
                .correlateStartMessage();
    }

    /** One that is just assessing sees the change anyway; only one that waits has to be woken. */
    private void wake(String orderId) {
        runtimeService
                .createExecutionQuery()
                .messageEventSubscriptionName("escalationInputsChanged")
                .processInstanceBusinessKey(orderId)
                .processDefinitionKey(PROCESS)
                .list()
                .forEach(waiting -> runtimeService.messageEventReceived("escalationInputsChanged", waiting.getId()));
    }
}
