package io.duban.interview;

import io.duban.engine.SystemCalls;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process {@code interview} what has happened; alone knows its message and the start variables. */
@Component
class InterviewProcess {

    private static final String PROPOSED = "interviewProposed";

    private final RuntimeService runtimeService;
    private final SystemCalls engine;

    InterviewProcess(RuntimeService runtimeService, SystemCalls engine) {
        this.runtimeService = runtimeService;
        this.engine = engine;
    }

    void proposed(Interview interview) {
        engine.run(() -> runtimeService
                .createMessageCorrelation(PROPOSED)
                .processInstanceBusinessKey(interview.id())
                .setVariables(Map.of(
                        InterviewVariables.CASE_ID.name(), interview.id(),
                        InterviewVariables.ISSUER_UNIT.name(), interview.issuerUnit(),
                        InterviewVariables.ADDRESSEE_UNIT.name(), interview.addresseeUnit(),
                        InterviewVariables.DISTRICT_UNIT.name(), interview.districtUnit()))
                .correlateStartMessage());
    }
}
