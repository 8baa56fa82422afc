package io.duban.worklist;

import io.duban.engine.Oversight;
import io.duban.engine.SignedIn;
import io.duban.engine.SystemCalls;
import io.duban.engine.TaskSeclusion;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one rule for reading a task: whom it is offered or assigned to, and who oversees and may read the whole of its case
 * on its issuer's side or in the district it was handed down to; whoever must stand aside reads nothing, whatever their
 * offices (回避). The engine's own lists follow the same rule by the tenant of each task and {@link TaskSeclusion}.
 */
@Component
class Readers {

    private final ObjectProvider<TaskSeclusion> seclusions;
    private final ObjectProvider<CaseBook> books;
    private final Oversight oversight;
    private final TaskService taskService;
    private final SystemCalls system;

    Readers(
            ObjectProvider<TaskSeclusion> seclusions,
            ObjectProvider<CaseBook> books,
            Oversight oversight,
            TaskService taskService,
            SystemCalls system) {
        this.seclusions = seclusions;
        this.books = books;
        this.oversight = oversight;
        this.taskService = taskService;
        this.system = system;
    }

    boolean mayRead(Task task, String caseId, SignedIn person) {
        return !isSecluded(caseId, task.getTaskDefinitionKey(), person)
                && (isOffered(task, person) || isOverseen(task, caseId, person));
    }

    /** Whether it is the person's or waits on the pile of one of their groups. */
    boolean isOffered(Task task, SignedIn person) {
        return person.person().equals(task.getAssignee())
                || system.call(() -> taskService.getIdentityLinksForTask(task.getId())).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .anyMatch(link -> person.groups().contains(link.getGroupId())
                                || person.person().equals(link.getUserId()));
    }

    /** Whether the person may learn how far a case has come in which such a task was. */
    boolean mayKnow(String caseId, String taskKey, SignedIn person) {
        return !isSecluded(caseId, taskKey, person)
                && books.orderedStream()
                        .filter(book -> book.knows(caseId))
                        .findFirst()
                        .filter(book -> book.mayKnow(caseId))
                        .isPresent();
    }

    /** Lets the rooms decide whether it is an alert that somebody wanted to read what they must not. */
    void refused(String caseId, SignedIn person) {
        seclusions.orderedStream().forEach(rule -> rule.attempted(caseId, person.person()));
    }

    private boolean isSecluded(String caseId, String taskKey, SignedIn person) {
        return seclusions
                .orderedStream()
                .flatMap(rule -> rule.from(person.person(), person.groups()).stream())
                .anyMatch(each -> each.covers(caseId, taskKey));
    }

    private boolean isOverseen(Task task, String caseId, SignedIn person) {
        return oversight.isHeldBy(person.groups())
                && books.orderedStream()
                        .filter(book -> book.knows(caseId))
                        .findFirst()
                        .filter(book -> book.isWhole(caseId) || isHandedDown(task, person) && book.mayKnow(caseId))
                        .isPresent();
    }

    /** Whether the engine itself shows the task, which lies in the district of the person, to who oversees there. */
    private boolean isHandedDown(Task task, SignedIn person) {
        return person.tenants().contains(task.getTenantId())
                && taskService.createTaskQuery().taskId(task.getId()).singleResult() != null;
    }
}
