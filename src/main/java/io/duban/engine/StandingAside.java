package io.duban.engine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the person who reads must stand aside from a case (回避), whichever rooms have a say in it. */
@Component
public class StandingAside {

    private final ObjectProvider<TaskSeclusion> rules;

    StandingAside(ObjectProvider<TaskSeclusion> rules) {
        this.rules = rules;
    }

    /** Asking leaves no trace. */
    public boolean isAside(String caseId) {
        SignedIn person = SignedIn.required();
        return rules.orderedStream().anyMatch(rule -> rule.isAside(caseId, person.person(), person.groups()));
    }
}
