package io.duban.order;

import static io.duban.order.DiscontinuationVariables.DISCONTINUATION_ID;
import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.DISTRICT_UNIT;
import static io.duban.order.SupervisionOrderVariables.ISSUER_GROUP;
import static io.duban.order.SupervisionOrderVariables.ISSUER_UNIT;

import io.duban.engine.SystemCalls;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells discontinuation.bpmn (撤销移送并案审批). */
@Component
class DiscontinuationProcess {

    private final RuntimeService runtimeService;
    private final SystemCalls system;

    DiscontinuationProcess(RuntimeService runtimeService, SystemCalls system) {
        this.runtimeService = runtimeService;
        this.system = system;
    }

    void discontinuationRequested(String id, SupervisionOrder order) {
        Map<String, Object> start = Map.of(
                CASE_ID.name(), order.id(),
                DISCONTINUATION_ID.name(), id,
                ISSUER_UNIT.name(), order.issuerUnit(),
                DISTRICT_UNIT.name(), order.districtUnit(),
                ISSUER_GROUP.name(), order.instrument().issuerGroup(order.issuerUnit()));
        system.run(() -> runtimeService.startProcessInstanceByKey("discontinuation", order.id(), start));
    }

    /** An order that was closed while somebody asked to end it early: the request is void. */
    @EventListener
    void orderEnded(OrderEnded ended) {
        if (ended.state() == OrderState.CLOSED || ended.state() == OrderState.CLOSED_UNFOUNDED) {
            system.run(() -> runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey("discontinuation")
                    .processInstanceBusinessKey(ended.orderId())
                    .list()
                    .forEach(waiting -> runtimeService
                            .createProcessInstanceModification(waiting.getProcessInstanceId())
                            .startBeforeActivity("serviceTask_refuseDiscontinuation")
                            .cancelAllForActivity("userTask_decideDiscontinuation")
                            .execute()));
        }
    }
}
