package io.duban.order;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells extension.bpmn (延期审批). */
@Component
class ExtensionProcess {

    private static final String DUE = "extensionDue";

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final RunningDates dates;

    ExtensionProcess(RuntimeService runtimeService, SystemCalls system, RunningDates dates) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.dates = dates;
    }

    void extensionRequested(String id, SupervisionOrder order, Deadline deadline) {
        Map<String, Object> start = Map.of(
                "caseId",
                order.id(),
                "extensionId",
                id,
                "issuerUnit",
                order.issuerUnit(),
                "addresseeUnit",
                order.addresseeUnit(),
                "districtUnit",
                order.districtUnit(),
                "issuerGroup",
                order.instrument().issuerGroup(order.issuerUnit()),
                DUE,
                Date.from(deadline.dueAt()));
        system.run(() -> runtimeService.startProcessInstanceByKey("extension", order.id(), start));
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        if (!moved.after().extended()) {
            dates.move(
                    Running.of("extension", moved.after().caseId()),
                    Map.of(DUE, moved.after().dueAt()),
                    Map.of("boundaryTimer_extensionLapsed", DUE),
                    DUE,
                    List.of("userTask_decideExtension"));
        }
    }
}
