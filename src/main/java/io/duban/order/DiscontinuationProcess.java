package io.duban.order;

import io.duban.engine.SystemCalls;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
                "caseId", order.id(),
                "discontinuationId", id,
                "issuerUnit", order.issuerUnit(),
                "districtUnit", order.districtUnit(),
                "issuerGroup", order.instrument().issuerGroup(order.issuerUnit()));
        system.run(() -> runtimeService.startProcessInstanceByKey("discontinuation", order.id(), start));
    }
}
