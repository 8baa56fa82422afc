package io.duban.order;

import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.DISTRICT_UNIT;
import static io.duban.order.SupervisionOrderVariables.ISSUER_UNIT;

import io.duban.accountability.AccountabilityConcluded;
import io.duban.engine.ReadOnce;
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

    /** One that was started in this transaction is not stored yet and no query finds it. */
    private final ReadOnce<Boolean> watched = new ReadOnce<>();

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
            if (watched.get(order.id(), this::isWatched)) {
                wake(order.id());
            } else {
                startUnlessQuiet(order);
            }
        });
    }

    private boolean isWatched(String orderId) {
        return !runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(orderId)
                .listPage(0, 1)
                .isEmpty();
    }

    @EventListener
    void interviewConcluded(InterviewConcluded concluded) {
        inputsChanged(new EscalationInputsChanged(concluded.orderId()));
    }

    @EventListener
    void accountabilityConcluded(AccountabilityConcluded concluded) {
        inputsChanged(new EscalationInputsChanged(concluded.orderId()));
    }

    /** Nobody is urged any more. */
    @EventListener
    void orderEnded(OrderEnded ended) {
        system.run(() -> wake(ended.orderId()));
    }

    /** An assessment that could only end at once without a measure is not started. */
    private void startUnlessQuiet(SupervisionOrder order) {
        if (escalations.assess(order).isQuiet()) {
            return;
        }
        watched.keep(order.id(), true);
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
