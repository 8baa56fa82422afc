package io.duban.reporter;

import static io.duban.reporter.IdentityDisclosureVariables.CASE_ID;
import static io.duban.reporter.IdentityDisclosureVariables.CUSTODIAN_GROUP;
import static io.duban.reporter.IdentityDisclosureVariables.DISCLOSURE_DUE;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import io.duban.organisation.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells identity-disclosure.bpmn (举报人信息披露审批). */
@Component
class IdentityDisclosureProcess {

    private static final String PROCESS = "identityDisclosure";

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final RunningDates dates;
    private final Deadlines deadlines;

    IdentityDisclosureProcess(
            RuntimeService runtimeService, SystemCalls system, RunningDates dates, Deadlines deadlines) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.dates = dates;
        this.deadlines = deadlines;
    }

    void disclosureRequested(Disclosure asked) {
        LocalDate today = LocalDate.ofInstant(asked.requestedAt(), WorkingDays.ZONE);
        Deadline deadline = deadlines.open(asked.id(), null, DeadlineKind.DISCLOSURE, today);
        Map<String, Object> start = Map.of(
                CASE_ID.name(), asked.id(),
                CUSTODIAN_GROUP.name(), Role.PETITION_VAULT_OFFICER.group(asked.custodianUnit()),
                DISCLOSURE_DUE.name(), Date.from(deadline.dueAt()));
        system.run(() -> runtimeService.startProcessInstanceByKey(PROCESS, asked.id(), start));
    }

    /** The custodians have decided, or have let the time pass. */
    void decided(String id, Instant at) {
        deadlines.find(id, null, DeadlineKind.DISCLOSURE).ifPresent(open -> deadlines.meet(open, at));
    }

    void identityViewed(String id) {
        system.run(() -> runtimeService
                .createMessageCorrelation("identityViewed")
                .processInstanceBusinessKey(id)
                .correlate());
    }

    /** Keeps the timer and the task's due date in step with the register, e.g. when an arrangement of holidays comes. */
    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        Deadline deadline = moved.after();
        if (deadline.kind() == DeadlineKind.DISCLOSURE) {
            dates.move(
                    Running.of(PROCESS, deadline.caseId()),
                    Map.of(DISCLOSURE_DUE.name(), deadline.dueAt()),
                    Map.of("boundaryTimer_disclosureDue", DISCLOSURE_DUE.name()),
                    DISCLOSURE_DUE.name(),
                    List.of(Custodians.DECIDE));
        }
    }
}
