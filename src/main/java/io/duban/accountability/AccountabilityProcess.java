package io.duban.accountability;

import io.duban.engine.SystemCalls;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process {@code accountability} what has happened; alone knows its message and the start variables. */
@Component
class AccountabilityProcess {

    private static final String PROPOSED = "accountabilityProposed";

    private final RuntimeService runtimeService;
    private final SystemCalls engine;

    AccountabilityProcess(RuntimeService runtimeService, SystemCalls engine) {
        this.runtimeService = runtimeService;
        this.engine = engine;
    }

    void proposed(Accountability accountability, Instant factFindingDue) {
        engine.run(() -> runtimeService
                .createMessageCorrelation(PROPOSED)
                .processInstanceBusinessKey(accountability.id())
                .setVariables(Map.of(
                        AccountabilityVariables.CASE_ID.name(), accountability.id(),
                        AccountabilityVariables.ISSUER_UNIT.name(), accountability.issuerUnit(),
                        AccountabilityVariables.DISTRICT_UNIT.name(), accountability.districtUnit(),
                        AccountabilityVariables.FACT_FINDING_DUE.name(), Date.from(factFindingDue)))
                .correlateStartMessage());
    }
}
