package io.duban.rectification;

import static io.duban.rectification.RectificationVariables.LOOK_BACK_DUE;
import static io.duban.rectification.RectificationVariables.PROBLEM_ID;
import static io.duban.rectification.RectificationVariables.RECTIFICATION_DUE;
import static io.duban.rectification.RectificationVariables.RECTIFICATION_REMINDER;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the timers and due dates of rectification.bpmn and look-back.bpmn in step with the register of deadlines. */
@Component
class RectificationProcess {

    private final RunningDates dates;

    RectificationProcess(RunningDates dates) {
        this.dates = dates;
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        Deadline deadline = moved.after();
        if (deadline.kind() == DeadlineKind.RECTIFICATION && deadline.subjectId() != null) {
            dates.move(
                    Running.part("rectification", deadline.caseId(), PROBLEM_ID.name(), deadline.subjectId()),
                    Map.of(
                            RECTIFICATION_DUE.name(), deadline.dueAt(),
                            RECTIFICATION_REMINDER.name(), deadline.remindAt()),
                    Map.of(
                            "boundaryTimer_rectificationDue", RECTIFICATION_DUE.name(),
                            "boundaryTimer_rectificationReminder", RECTIFICATION_REMINDER.name()),
                    RECTIFICATION_DUE.name(),
                    List.of("userTask_planRectification", "userTask_rectify"));
        }
        if (deadline.kind() == DeadlineKind.LOOK_BACK) {
            dates.move(
                    Running.of("lookBack", deadline.caseId()),
                    Map.of(LOOK_BACK_DUE.name(), deadline.dueAt()),
                    Map.of("intermediateTimer_lookBackDue", LOOK_BACK_DUE.name()),
                    LOOK_BACK_DUE.name(),
                    List.of());
        }
    }
}
