package io.duban.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the due dates of timers and tasks that were written while the machine stood in another zone, and writes them
 * anew: they differ from their row in the register of deadlines, or where they are no term from the date of their case, by
 * the distance of two zones.
 */
@Component
public class WrittenDates {

    private static final int PAGE = 100;
    private static final int MOST_TRIES = 10;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration FURTHEST = Duration.ofHours(26);

    private final ManagementService managementService;
    private final TaskService taskService;
    private final OneCommand commands;
    private final SystemCalls system;
    private final TermRegister register;
    private final TransactionTemplate transaction;

    WrittenDates(
            ManagementService managementService,
            TaskService taskService,
            OneCommand commands,
            SystemCalls system,
            ObjectProvider<TermRegister> register,
            PlatformTransactionManager transactions) {
        this.managementService = managementService;
        this.taskService = taskService;
        this.commands = commands;
        this.system = system;
        this.register = register.getIfAvailable(() -> TermRegister.NONE);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * One date that was put right.
     *
     * @param caseId the business key, if the instance has one
     * @param element the timer event or user task
     * @param was what the engine took it for
     */
    public record Mended(@Nullable String caseId, String element, Instant was, Instant is) {}

    /** Puts right what was written in another zone; answers what that was. */
    public List<Mended> mend() {
        return mend(page -> {});
    }

    /**
     * The same.
     *
     * @param report what is to be done in the same transaction with what was put right, page by page
     */
    public List<Mended> mend(Consumer<List<Mended>> report) {
        List<Mended> mended = new ArrayList<>();
        system.run(() -> {
            mendPages(this::mendTimers, report, mended);
            mendPages(this::mendTasks, report, mended);
        });
        return mended;
    }

    private void mendPages(
            BiPredicate<Integer, List<Mended>> page, Consumer<List<Mended>> report, List<Mended> mended) {
        boolean more = true;
        for (int from = 0; more; from += PAGE) {
            int first = from;
            more = retried(() -> {
                List<Mended> ofPage = new ArrayList<>();
                boolean full = page.test(first, ofPage);
                report.accept(ofPage);
                mended.addAll(ofPage);
                return full;
            });
        }
    }

    /** A timer that fires, or a task that is ended, at the same time wins; then the page is looked through again. */
    private boolean retried(Supplier<Boolean> page) {
        for (int i = 1; ; i++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(open -> page.get()));
            } catch (OptimisticLockingException meanwhile) {
                if (i == MOST_TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    private boolean mendTimers(int from, List<Mended> mended) {
        return commands.call(() -> {
            var page = managementService
                    .createJobQuery()
                    .timers()
                    .orderByJobId()
                    .asc()
                    .listPage(from, PAGE);
            for (var each : page) {
                JobEntity job = (JobEntity) each;
                ExecutionEntity execution = job.getExecution();
                if (execution != null && job.getDuedate() != null) {
                    shifted(
                                    job.getDuedate(),
                                    TimerDue.variableOf(execution, job.getActivityId())
                                            .flatMap(variable -> TimerDue.of(execution, variable, register)))
                            .ifPresent(due -> {
                                mended.add(mended(execution, job.getActivityId(), job.getDuedate(), due));
                                managementService.setJobDuedate(job.getId(), Date.from(due));
                            });
                }
            }
            return page.size() == PAGE;
        });
    }

    private boolean mendTasks(int from, List<Mended> mended) {
        return commands.call(() -> {
            var page = taskService.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE);
            for (var each : page) {
                TaskEntity task = (TaskEntity) each;
                ExecutionEntity execution = task.getExecution();
                if (execution != null && task.getDueDate() != null) {
                    shifted(task.getDueDate(), due(task, execution)).ifPresent(due -> {
                        mended.add(mended(execution, task.getTaskDefinitionKey(), task.getDueDate(), due));
                        task.setDueDate(Date.from(due));
                        taskService.saveTask(task);
                    });
                }
            }
            return page.size() == PAGE;
        });
    }

    private Optional<Instant> due(TaskEntity task, ExecutionEntity execution) {
        var expression = task.getTaskDefinition().getDueDateExpression();
        return expression == null
                ? Optional.empty()
                : TimerDue.variable(expression.getExpressionText())
                        .flatMap(variable -> TimerDue.of(execution, variable, register));
    }

    /** The right instant, if the one that is written is as far from it as zones are. */
    private static Optional<Instant> shifted(Date written, Optional<Instant> due) {
        return due.filter(right -> {
            Duration apart = Duration.between(written.toInstant(), right).abs();
            return !apart.isZero() && apart.compareTo(FURTHEST) <= 0 && apart.toMillis() % STEP.toMillis() == 0;
        });
    }

    private static Mended mended(ExecutionEntity execution, String element, Date was, Instant is) {
        String key = Objects.requireNonNull(Context.getCommandContext())
                .getExecutionManager()
                .findExecutionById(execution.getProcessInstanceId())
                .getBusinessKey();
        return new Mended(key, element, was.toInstant(), is);
    }
}
