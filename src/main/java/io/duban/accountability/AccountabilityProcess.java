package io.duban.accountability;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code accountability} what has happened; alone knows its message and the start variables. */
@Component
class AccountabilityProcess {

    private static final String PROCESS = "accountability";
    private static final String PROPOSED = "accountabilityProposed";

    private final RuntimeService runtimeService;
    private final RunningDates dates;
    private final SystemCalls engine;

    AccountabilityProcess(RuntimeService runtimeService, RunningDates dates, SystemCalls engine) {
        this.runtimeService = runtimeService;
        this.dates = dates;
        this.engine = engine;
    }

    void proposed(Accountability accountability, Instant factFindingDue) {
        engine.run(() -> runtimeService
                .createMessageCorrelation(PROPOSED)
                .processInstanceBusinessKey(accountability.id())
                .setVariables(Map.of(
                        AccountabilityVariables.CASE_ID.name(), accountability.id(),
                        AccountabilityVariables.ISSUER_UNIT.name(), accountability.issuerUnit(),
                        AccountabilityVariables.FACT_FINDING_DUE.name(), Date.from(factFindingDue)))
                .correlateStartMessage());
    }

    /** Keeps the timer and the task's due date in step with the register of deadlines. */
    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        var deadline = moved.after();
        if (deadline.kind() == DeadlineKind.ACCOUNTABILITY_FACT_FINDING) {
            var due = AccountabilityVariables.FACT_FINDING_DUE.name();
            dates.move(
                    Running.of(PROCESS, deadline.caseId()),
                    Map.of(due, deadline.dueAt()),
                    Map.of("boundaryTimer_factFindingDue", due),
                    due,
                    List.of("userTask_establishFacts"));
        }
    }
}
