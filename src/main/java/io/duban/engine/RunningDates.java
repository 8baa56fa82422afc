package io.duban.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves the dates of a running case: variables, timers and the due dates of tasks together, in one transaction. */
@Component
public class RunningDates {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final TaskService taskService;
    private final OneCommand commands;
    private final SystemCalls system;

    RunningDates(
            RuntimeService runtimeService,
            ManagementService managementService,
            TaskService taskService,
            OneCommand commands,
            SystemCalls system) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.taskService = taskService;
        this.commands = commands;
        this.system = system;
    }

    /**
     * Moves the dates of whatever instances are running; none running is no error.
     *
     * @param variables the new instants by variable name
     * @param timers the timer events (activity ids) and the variable each of them reads
     * @param dueVariable the variable the tasks take their due date from
     * @param tasks the user tasks whose due date moves
     */
    public void move(
            Running running,
            Map<String, Instant> variables,
            Map<String, String> timers,
            String dueVariable,
            List<String> tasks) {
        system.run(() -> {
            for (ProcessInstance instance : instances(running)) {
                String id = instance.getProcessInstanceId();
                variables.forEach((name, at) -> runtimeService.setVariable(id, name, Date.from(at)));
                timers.forEach((timer, variable) -> moveTimer(id, timer, variables.get(variable)));
                moveTasks(id, tasks, variables.get(dueVariable));
            }
        });
    }

    private List<ProcessInstance> instances(Running running) {
        var query = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(running.process())
                .processInstanceBusinessKey(running.caseId());
        if (running.subjectName() != null) {
            query.variableValueEquals(running.subjectName(), running.subjectId());
        }
        return query.list();
    }

    private void moveTimer(String instance, String timer, @Nullable Instant due) {
        if (due == null) {
            return;
        }
        List<Job> waiting = managementService
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .timers()
                .list();
        waiting.forEach(job -> managementService.setJobDuedate(job.getId(), Date.from(due)));
        if (waiting.isEmpty() && due.isAfter(ClockUtil.getCurrentTime().toInstant())) {
            commands.run(() -> arm(instance, timer));
        }
    }

    /**
     * A timer that has gone off already, such as a reminder, is set once more when its time lies ahead again; a model
     * without it, or past it, is no error.
     */
    private static void arm(String instance, String timer) {
        List<ExecutionEntity> executions =
                Context.getCommandContext().getExecutionManager().findExecutionsByProcessInstanceId(instance);
        executions.stream()
                .filter(each -> each.isActive() && each.getActivity() != null)
                .map(each -> scopeOf(each, timer))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(scope -> setAgain(scope, timer));
    }

    /** Sets a timer for the date its case has by now. */
    static void setAgain(ExecutionEntity scope, String timer) {
        TimerDeclarationImpl.getDeclarationsForScope(
                        scope.getProcessDefinition().findActivity(timer).getEventScope())
                .get(timer)
                .createTimer(scope);
    }

    private static @Nullable ExecutionEntity scopeOf(ExecutionEntity execution, String timer) {
        ActivityImpl event = execution.getProcessDefinition().findActivity(timer);
        return event == null
                ? null
                : (ExecutionEntity) execution.createActivityExecutionMapping().get(event.getEventScope());
    }

    private void moveTasks(String instance, List<String> keys, @Nullable Instant due) {
        if (due == null || keys.isEmpty()) {
            return;
        }
        taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKeyIn(keys.toArray(String[]::new))
                .list()
                .forEach(task -> {
                    task.setDueDate(Date.from(due));
                    taskService.saveTask(task);
                });
    }

    /** Which running instances: of one process and case, or only the one about a part of it. */
    public record Running(
            String process,
            String caseId,
            @Nullable String subjectName,
            @Nullable String subjectId) {

        public static Running of(String process, String caseId) {
            return new Running(process, caseId, null, null);
        }

        public static Running part(String process, String caseId, String subjectName, String subjectId) {
            return new Running(process, caseId, subjectName, subjectId);
        }
    }
}
