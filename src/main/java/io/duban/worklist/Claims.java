package io.duban.worklist;

import io.duban.engine.Causes;
import io.duban.engine.OneCommand;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.engine.SystemCalls;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 领取: taking a task from the group's pile and putting it back. */
@Component
class Claims {

    private final OpenTasks tasks;
    private final TaskService taskService;
    private final SystemCalls system;
    private final OneCommand step;

    Claims(OpenTasks tasks, TaskService taskService, SystemCalls system, OneCommand step) {
        this.tasks = tasks;
        this.taskService = taskService;
        this.system = system;
        this.step = step;
    }

    @Transactional
    public void claim(String taskId, SignedIn person) {
        inRace(taskId, () -> {
            step.run(() -> take(tasks.find(taskId, person), person));
            return taskId;
        });
    }

    /**
     * Work on a task that others may end meanwhile. The engine then fails in ways of its own, also with a plain null
     * where the case was.
     */
    <T> T inRace(String taskId, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProcessEngineException | NullPointerException failure) {
            throw because(failure, taskId);
        }
    }

    /** Makes the task the person's own if it is nobody's; the engine's guards are asked on the way. */
    void take(Task task, SignedIn person) {
        if (person.person().equals(task.getAssignee())) {
            return;
        }
        if (task.getAssignee() != null) {
            throw tasks.assignedToOther(task);
        }
        if (!isCandidate(task, person)) {
            throw tasks.isGone(task.getId())
                    ? tasks.lostRace(task.getId())
                    : Refusal.forbidden(
                            "candidate", "岗位权限", "该事项不由您的岗位办理。", "This task is not for any of your groups.");
        }
        try {
            taskService.claim(task.getId(), person.person());
        } catch (ProcessEngineException failure) {
            throw because(failure, task.getId());
        }
    }

    /** What an engine's failure means to the person: a rule of ours, a lost race, or indeed a failure. */
    private RuntimeException because(RuntimeException failure, String taskId) {
        Optional<Refusal> refusal = Causes.refusalIn(failure);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean lost = failure instanceof OptimisticLockingException
                || failure instanceof TaskAlreadyClaimedException
                || tasks.isGone(taskId);
        return lost ? tasks.lostRace(taskId) : failure;
    }

    /** Puts a task back on the pile; only who has it may. */
    @Transactional
    public void unclaim(String taskId, SignedIn person) {
        inRace(taskId, () -> putBack(tasks.find(taskId, person), person));
    }

    private Task putBack(Task task, SignedIn person) {
        if (task.getAssignee() != null) {
            if (!person.person().equals(task.getAssignee()) && !person.administrator()) {
                throw tasks.assignedToOther(task);
            }
            taskService.claim(task.getId(), null);
        }
        return task;
    }

    /** The groups a task is offered to. */
    List<String> offeredTo(Task task) {
        return candidates(task)
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<IdentityLink> candidates(Task task) {
        return system.call(() -> taskService.getIdentityLinksForTask(task.getId())).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
    }

    private boolean isCandidate(Task task, SignedIn person) {
        return candidates(task)
                .anyMatch(link -> person.groups().contains(link.getGroupId())
                        || person.person().equals(link.getUserId()));
    }
}
