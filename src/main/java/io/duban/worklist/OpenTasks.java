package io.duban.worklist;

import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.engine.Stage;
import io.duban.engine.SystemCalls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a task the way the engine shows it to the person; a task that is gone is explained, not just missing. */
@Component
class OpenTasks {

    static final String CASE = "caseId";
    static final List<String> SUBJECTS = List.of("problemId", "extensionId", "discontinuationId");

    private final TaskService taskService;
    private final HistoryService historyService;
    private final SystemCalls system;
    private final CaseBooks books;
    private final Readers readers;

    OpenTasks(
            TaskService taskService,
            HistoryService historyService,
            SystemCalls system,
            CaseBooks books,
            Readers readers) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.system = system;
        this.books = books;
        this.readers = readers;
    }

    /**
     * The task, for somebody who is about to do something with it: the guards of the step decide whether they may.
     *
     * @throws Refusal conflict with the case's state if somebody has finished it, else not found
     */
    Task find(String taskId, SignedIn person) {
        Task task = stored(taskId);
        if (task == null) {
            throw gone(taskId, person);
        }
        if (!person.administrator() && !readers.isOffered(task, person)) {
            requireThere(taskId, person);
            requireReadable(task, person);
        }
        return task;
    }

    /**
     * The task, if the person may read it.
     *
     * @throws Refusal conflict with the case's state if somebody has finished it, else not found
     */
    Task readable(String taskId, SignedIn person) {
        Task task = stored(taskId);
        if (task == null) {
            throw gone(taskId, person);
        }
        requireReadable(task, person);
        return task;
    }

    /** Somebody may have finished it since it was read; then nobody is offered it any more. */
    private void requireThere(String taskId, SignedIn person) {
        if (isGone(taskId)) {
            throw gone(taskId, person);
        }
    }

    private void requireReadable(Task task, SignedIn person) {
        String caseId = caseOf(task).caseId();
        if (!readers.mayRead(task, caseId, person)) {
            readers.refused(caseId, person);
            throw unknown();
        }
    }

    private @Nullable Task stored(String taskId) {
        return system.call(() -> taskService
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult());
    }

    private static Refusal unknown() {
        return Refusal.notFound("没有这项待办，或您无权查看。", "There is no such task, or you may not see it.");
    }

    /** Reads all variables, which are few and short, because completing the task needs them anyway. */
    CaseTask caseOf(Task task) {
        Map<String, Object> named = system.call(() -> taskService.getVariables(task.getId()));
        return new CaseTask(
                task.getId(), task.getTaskDefinitionKey(), Objects.toString(named.get(CASE), ""), subject(named));
    }

    static @Nullable String subject(Map<String, Object> named) {
        return SUBJECTS.stream()
                .map(named::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    /** Whether the task has ended meanwhile. */
    boolean isGone(String taskId) {
        return system.call(() -> taskService.createTaskQuery().taskId(taskId).count()) == 0;
    }

    /** The answer to somebody who lost a race for this task. */
    Refusal lostRace(String taskId) {
        return Refusal.conflict(
                "lost-race",
                system.call(() -> caseOfFinished(taskId))
                        .flatMap(books::stageOf)
                        .orElse(null),
                "他人刚刚办理了同一事项，请刷新后查看。",
                "Somebody else was first; refresh and look.");
    }

    /** The answer to somebody who wants a task another person has. */
    Refusal assignedToOther(Task task) {
        return Refusal.conflict(
                "assigned-to-other",
                books.stageOf(caseOf(task).caseId()).orElse(null),
                "该事项已由 " + task.getAssignee() + " 领取，您不能办理。",
                "This task is with " + task.getAssignee() + ".");
    }

    private Refusal gone(String taskId, SignedIn person) {
        HistoricTaskInstance once = system.call(() -> historyService
                .createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult());
        if (once == null || !mayKnow(once, person)) {
            return unknown();
        }
        Stage stage = system.call(() -> caseOfFinished(taskId))
                .flatMap(books::stageOf)
                .orElse(null);
        return Refusal.conflict(
                "already-done",
                stage,
                "该事项已办结或已终止" + (stage == null ? "" : "，当前状态：" + stage.label()) + "。",
                "This task is done or was ended.");
    }

    /** Who did it, or whose office it was meant for, may learn that it is done, unless it was kept from them. */
    private boolean mayKnow(HistoricTaskInstance once, SignedIn person) {
        return person.person().equals(once.getAssignee())
                || person.administrator()
                || person.tenants().contains(once.getTenantId())
                        && system.call(() -> caseOfFinished(once.getId()))
                                .filter(caseId -> readers.mayKnow(caseId, once.getTaskDefinitionKey(), person))
                                .isPresent();
    }

    private Optional<String> caseOfFinished(String taskId) {
        HistoricTaskInstance once =
                historyService.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        if (once == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(once.getProcessInstanceId())
                        .singleResult())
                .map(instance -> instance.getBusinessKey());
    }
}
