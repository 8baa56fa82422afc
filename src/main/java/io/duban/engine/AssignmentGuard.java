package io.duban.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Asks every {@link TaskAdmission} before anybody gets a task, whichever door the assignment came through. */
final class AssignmentGuard extends AbstractBpmnParseListener implements TaskListener {

    private final Supplier<List<TaskAdmission>> admissions;

    AssignmentGuard(Supplier<List<TaskAdmission>> admissions) {
        this.admissions = admissions;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        String caseId = caseOf(task);
        admissions.get().forEach(rule -> rule.admit(task.getTaskDefinitionKey(), caseId, assignee));
    }

    /** The business key is the case's id; only a process started past us may lack it. */
    static String caseOf(DelegateTask task) {
        var execution = task.getExecution();
        String businessKey = execution == null ? null : execution.getProcessBusinessKey();
        return businessKey == null ? String.valueOf(task.getVariable("caseId")) : businessKey;
    }
}
