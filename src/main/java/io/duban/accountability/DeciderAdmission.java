package io.duban.accountability;

import io.duban.engine.TaskAdmission;
import org.springframework.stereotype.Component;

/** Keeps whoever established the facts from being given the decision, so that nobody fills in the form in vain. */
@Component
class DeciderAdmission implements TaskAdmission {

    private final AccountabilityDecisions decisions;

    DeciderAdmission(AccountabilityDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void admit(String taskKey, String caseId, String person) {
        if (AccountabilityForms.DECISION.equals(taskKey)) {
            decisions.requireUninvolved(caseId, person);
        }
    }
}
