package io.duban.order;

import static io.duban.order.ExtensionVariables.EXTENSION_DUE;
import static io.duban.order.ExtensionVariables.EXTENSION_ID;
import static io.duban.order.SupervisionOrderVariables.ADDRESSEE_UNIT;
import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.DISTRICT_UNIT;
import static io.duban.order.SupervisionOrderVariables.ISSUER_GROUP;
import static io.duban.order.SupervisionOrderVariables.ISSUER_UNIT;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineClosed;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells extension.bpmn (延期审批). */
@Component
class ExtensionProcess {

    private static final String PROCESS = "extension";

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final RunningDates dates;
    private final ExtensionRepository requests;

    ExtensionProcess(
            RuntimeService runtimeService, SystemCalls system, RunningDates dates, ExtensionRepository requests) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.dates = dates;
        this.requests = requests;
    }

    void extensionRequested(String id, SupervisionOrder order, Deadline deadline) {
        Map<String, Object> start = Map.of(
                CASE_ID.name(),
                order.id(),
                EXTENSION_ID.name(),
                id,
                ISSUER_UNIT.name(),
                order.issuerUnit(),
                ADDRESSEE_UNIT.name(),
                order.addresseeUnit(),
                DISTRICT_UNIT.name(),
                order.districtUnit(),
                ISSUER_GROUP.name(),
                order.instrument().issuerGroup(order.issuerUnit()),
                EXTENSION_DUE.name(),
                Date.from(deadline.dueAt()));
        system.run(() -> runtimeService.startProcessInstanceByKey(PROCESS, order.id(), start));
    }

    /** A request runs out with the term it asks to extend, not with any other term of the order. */
    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        if (!moved.after().extended()) {
            requests.openFor(moved.after().id()).ifPresent(id -> move(id, moved.after()));
        }
    }

    private void move(String id, Deadline deadline) {
        dates.move(
                Running.part(PROCESS, deadline.caseId(), EXTENSION_ID.name(), id),
                Map.of(EXTENSION_DUE.name(), deadline.dueAt()),
                Map.of("boundaryTimer_extensionLapsed", EXTENSION_DUE.name()),
                EXTENSION_DUE.name(),
                List.of("userTask_decideExtension"));
    }

    /** What was to be extended is done, e.g. the report is in: there is nothing left to decide. */
    @EventListener
    void deadlineClosed(DeadlineClosed closed) {
        Deadline deadline = closed.deadline();
        if (Extensions.isExtensible(deadline.kind())) {
            requests.openFor(deadline.id())
                    .ifPresent(id -> system.run(() -> lapse(runtimeService
                            .createProcessInstanceQuery()
                            .processDefinitionKey(PROCESS)
                            .processInstanceBusinessKey(deadline.caseId())
                            .variableValueEquals(EXTENSION_ID.name(), id)
                            .list())));
        }
    }

    /** Nothing is left to extend: the request ends as if refused. */
    @EventListener
    void orderEnded(OrderEnded ended) {
        system.run(() -> lapse(runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(ended.orderId())
                .list()));
    }

    private void lapse(List<ProcessInstance> waiting) {
        waiting.forEach(each -> runtimeService
                .createProcessInstanceModification(each.getProcessInstanceId())
                .startBeforeActivity("serviceTask_refuseExtension")
                .cancelAllForActivity("userTask_decideExtension")
                .execute());
    }
}
