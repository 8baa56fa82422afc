package io.duban.interview;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code interview} what has happened; alone knows its messages and the start variables. */
@Component
class InterviewProcess {

    private static final String PROCESS = "interview";
    private static final String PROPOSED = "interviewProposed";
    private static final String ENDED = "interviewEnded";

    private final RuntimeService runtimeService;
    private final RunningDates dates;
    private final SystemCalls engine;

    InterviewProcess(RuntimeService runtimeService, RunningDates dates, SystemCalls engine) {
        this.runtimeService = runtimeService;
        this.dates = dates;
        this.engine = engine;
    }

    /**
     * Starts the process.
     *
     * @param answererGroup who has to report what was put right: the head of the order's addressee
     */
    void proposed(Interview interview, String answererGroup) {
        engine.run(() -> runtimeService
                .createMessageCorrelation(PROPOSED)
                .processInstanceBusinessKey(interview.id())
                .setVariables(Map.of(
                        InterviewVariables.CASE_ID.name(), interview.id(),
                        InterviewVariables.ISSUER_UNIT.name(), interview.issuerUnit(),
                        InterviewVariables.ANSWERER_GROUP.name(), answererGroup,
                        InterviewVariables.DISTRICT_UNIT.name(), interview.districtUnit()))
                .correlateStartMessage());
    }

    void ended(Interview interview) {
        engine.run(() -> runtimeService
                .createMessageCorrelation(ENDED)
                .processInstanceBusinessKey(interview.id())
                .correlate());
    }

    /** Keeps the timer and the task's due date in step with the register, e.g. when an arrangement of holidays comes. */
    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        var deadline = moved.after();
        if (deadline.kind() == DeadlineKind.INTERVIEW_RECTIFICATION) {
            var due = InterviewVariables.INTERVIEW_RECTIFICATION_DUE.name();
            dates.move(
                    Running.of(PROCESS, deadline.caseId()),
                    Map.of(due, deadline.dueAt()),
                    Map.of("boundaryTimer_interviewRectificationDue", due),
                    due,
                    List.of("userTask_submitInterviewRectification"));
        }
    }
}
