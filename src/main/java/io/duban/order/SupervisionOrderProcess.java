package io.duban.order;

import static io.duban.order.SupervisionOrderVariables.*;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells supervision-order.bpmn: it alone knows its messages and how they are correlated. */
@Component
class SupervisionOrderProcess {

    private static final String PROCESS = "supervisionOrder";

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final RunningDates dates;

    SupervisionOrderProcess(RuntimeService runtimeService, SystemCalls system, RunningDates dates) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.dates = dates;
    }

    void orderDrafted(SupervisionOrder order, Unit accused, Unit addressee) {
        Map<String, Object> start = new LinkedHashMap<>(addressee(addressee, accused));
        start.put(CASE_ID.name(), order.id());
        start.put(INSTRUMENT.name(), order.instrument().name());
        start.put(ISSUER_UNIT.name(), order.issuerUnit());
        start.put(DISTRICT_UNIT.name(), order.districtUnit());
        start.put(DRAFTER_GROUP.name(), Role.SUPERVISION_OFFICE.group(order.issuerUnit()));
        start.put(ISSUER_GROUP.name(), order.instrument().issuerGroup(order.issuerUnit()));
        start.put(SIGN_OFF_GROUP.name(), order.instrument().signOffGroup(order.issuerUnit()));
        start.put(LOOK_BACK_GROUP.name(), Role.INSPECTOR.group(order.issuerUnit()));
        start.put(INVESTIGATION_NEEDED.name(), order.instrument().isInvestigated());
        system.run(() -> runtimeService.startProcessInstanceByKey(PROCESS, order.id(), start));
    }

    /** The draft has changed its addressee or the unit it is about. */
    void addresseeChosen(String orderId, Unit addressee, Unit accused) {
        system.run(() -> runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(orderId)
                .list()
                .forEach(instance ->
                        runtimeService.setVariables(instance.getProcessInstanceId(), addressee(addressee, accused))));
    }

    void orderWithdrawn(String orderId) {
        correlate("orderWithdrawn", orderId);
    }

    void orderTransferred(String orderId) {
        correlate("orderTransferred", orderId);
    }

    void orderMerged(String orderId) {
        correlate("orderMerged", orderId);
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        Deadline deadline = moved.after();
        if (deadline.kind() == DeadlineKind.DEEMED_DELIVERY) {
            dates.move(
                    Running.of(PROCESS, deadline.caseId()),
                    Map.of(DEEMED_DELIVERY_DUE.name(), deadline.dueAt()),
                    Map.of("boundaryTimer_deemedDelivered", DEEMED_DELIVERY_DUE.name()),
                    DEEMED_DELIVERY_DUE.name(),
                    List.of("userTask_receiveOrder"));
        }
    }

    private void correlate(String message, String orderId) {
        system.run(() -> runtimeService
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(orderId)
                .correlate());
    }

    private static Map<String, Object> addressee(Unit addressee, Unit accused) {
        return Map.of(
                ADDRESSEE_UNIT.name(), addressee.code(),
                ACCUSED_UNIT.name(), accused.code(),
                RECEIVER_GROUP.name(), addressee.headGroup(),
                RECTIFIER_GROUP.name(), accused.headGroup());
    }
}
