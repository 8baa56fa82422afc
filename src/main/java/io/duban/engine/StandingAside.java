package io.duban.engine;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether and how far the person who reads must stand aside from a case (回避), whichever rooms have a say in it. */
@Component
public class StandingAside {

    private final ObjectProvider<TaskSeclusion> rules;
    private final ObjectProvider<CaseKnowledge> knowledge;

    StandingAside(ObjectProvider<TaskSeclusion> rules, ObjectProvider<CaseKnowledge> knowledge) {
        this.rules = rules;
        this.knowledge = knowledge;
    }

    /** Asking leaves no trace. */
    public boolean isAside(String caseId) {
        SignedIn person = SignedIn.required();
        return rules.orderedStream().anyMatch(rule -> rule.isAside(caseId, person.person(), person.groups()));
    }

    /** Of these units of the person those in whose name they read the case; asking leaves no trace. */
    public Set<String> readsAs(String caseId, Set<String> units) {
        String person = SignedIn.required().person();
        Set<String> left = units;
        for (TaskSeclusion rule : rules.orderedStream().toList()) {
            left = rule.readsAs(caseId, person, left);
        }
        return left;
    }

    /**
     * The person has asked by its id for something of a case that is not for them. Who may know of the case and only finds
     * that there is nothing for them in this part of it, as Tasklist asks for every part, has tried nothing.
     */
    public void attempted(String caseId) {
        String person = SignedIn.required().person();
        if (knowledge.orderedStream().noneMatch(each -> each.mayKnow(caseId))) {
            rules.orderedStream().forEach(rule -> rule.attempted(caseId, person));
        }
    }
}
