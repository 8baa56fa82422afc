package io.duban.lead;

import static io.duban.lead.LeadHandlingVariables.CONCLUDE_DUE;
import static io.duban.lead.LeadHandlingVariables.CONCLUDE_REMINDER;
import static io.duban.lead.LeadHandlingVariables.GUIDING_GROUP;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells lead-verification.bpmn: guidance is wanted, the limit has moved. */
@Component
class LeadVerificationProcess {

    private static final String PROCESS = "leadVerification";
    private static final String CALLER = "leadHandling";

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final RunningDates dates;

    LeadVerificationProcess(RuntimeService runtimeService, SystemCalls system, RunningDates dates) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.dates = dates;
    }

    void guidanceRequested(String leadRef, String group) {
        system.run(() -> runtimeService
                .createMessageCorrelation("leadGuidanceRequested")
                .processInstanceBusinessKey(leadRef)
                .setVariable(GUIDING_GROUP.name(), group)
                .correlate());
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        if (moved.after().kind() == DeadlineKind.LEAD_CONCLUSION) {
            limitMoved(moved.after());
        }
    }

    /** Timers, tasks and the case that waits above move together. */
    void limitMoved(Deadline limit) {
        Map<String, Instant> dues =
                Map.of(CONCLUDE_DUE.name(), limit.dueAt(), CONCLUDE_REMINDER.name(), limit.remindAt());
        dates.move(
                Running.of(PROCESS, limit.caseId()),
                dues,
                Map.of("startEvent_leadDue", CONCLUDE_DUE.name(), "startEvent_leadDueSoon", CONCLUDE_REMINDER.name()),
                CONCLUDE_DUE.name(),
                List.of(
                        "userTask_transferLead",
                        "userTask_receiveLead",
                        "userTask_verifyLead",
                        "userTask_concludeLead",
                        "userTask_decideLeadExtension",
                        "userTask_guideLead"));
        dates.move(
                Running.of(CALLER, limit.caseId()),
                dues,
                Map.of(),
                CONCLUDE_DUE.name(),
                List.of("userTask_replyReporter"));
    }
}
