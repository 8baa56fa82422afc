package io.duban.order;

import static io.duban.order.InvestigationVariables.SUPPLEMENT_DUE;
import static io.duban.order.SupervisionOrderVariables.INVESTIGATION_DUE;
import static io.duban.order.SupervisionOrderVariables.INVESTIGATION_REMINDER;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the timers and due dates of investigation.bpmn in step with the register of deadlines. */
@Component
class InvestigationProcess {

    private final RunningDates dates;

    InvestigationProcess(RunningDates dates) {
        this.dates = dates;
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        Deadline deadline = moved.after();
        Running running = Running.of("investigation", deadline.caseId());
        if (deadline.kind() == DeadlineKind.INVESTIGATION) {
            dates.move(
                    running,
                    Map.of(
                            INVESTIGATION_DUE.name(), deadline.dueAt(),
                            INVESTIGATION_REMINDER.name(), deadline.remindAt()),
                    Map.of(
                            "boundaryTimer_investigationDue", INVESTIGATION_DUE.name(),
                            "boundaryTimer_investigationReminder", INVESTIGATION_REMINDER.name()),
                    INVESTIGATION_DUE.name(),
                    List.of("userTask_investigate", "userTask_submitReport"));
        }
        if (deadline.kind() == DeadlineKind.SUPPLEMENT) {
            dates.move(
                    running,
                    Map.of(SUPPLEMENT_DUE.name(), deadline.dueAt()),
                    Map.of("boundaryTimer_supplementDue", SUPPLEMENT_DUE.name()),
                    SUPPLEMENT_DUE.name(),
                    List.of("userTask_supplementReport"));
        }
    }
}
