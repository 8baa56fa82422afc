package io.duban.worklist;

import io.duban.audit.AuditTrail;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.SystemCalls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 审批催办: whoever has to sign, review or approve something is reminded of it, not by a paper, which nobody writes to their
 * own head, but in the list and in the trail of the case. How often a task was reminded of is its priority in the engine,
 * when it is the next time its follow-up date: nothing is written for a task that is done in time.
 */
@Component
@Transactional
class ApprovalReminders {

    /** The engine's own priority of a task. */
    private static final int UNTOUCHED = 50;

    private static final int PAGE = 500;

    private static final List<String> APPROVALS = Stream.of(WorklistFilter.REVIEW, WorklistFilter.SIGN_OFF)
            .flatMap(each -> each.taskKeys().stream())
            .toList();

    private final TaskService taskService;
    private final OpenTasks openTasks;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final SystemCalls system;
    private final Clock clock;

    ApprovalReminders(
            TaskService taskService,
            OpenTasks openTasks,
            Deadlines deadlines,
            WorkingDays workingDays,
            AuditTrail audit,
            SystemCalls system,
            Clock clock) {
        this.taskService = taskService;
        this.openTasks = openTasks;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.audit = audit;
        this.system = system;
        this.clock = clock;
    }

    /** How often whoever has to do this task was reminded of it. */
    static int of(Task task) {
        return Math.max(0, task.getPriority() - UNTOUCHED);
    }

    /** Reminds of everything whose time has come today; nobody is reminded on a day off. */
    void remind() {
        LocalDate today = LocalDate.now(clock);
        if (workingDays.isWorkingDay(today)) {
            system.run(() -> waiting(today).forEach(task -> remind(task, today)));
        }
    }

    /** Whatever waits to be approved since a day before today and is not followed up on a later one. */
    private List<Task> waiting(LocalDate today) {
        TaskQuery query = taskService
                .createTaskQuery()
                .taskDefinitionKeyIn(APPROVALS.toArray(String[]::new))
                .taskCreatedBefore(startOf(today))
                .followUpBeforeOrNotExistent(Date.from(clock.instant()))
                .active()
                .orderByTaskId()
                .asc();
        List<Task> all = new ArrayList<>();
        List<Task> page;
        do {
            page = query.listPage(all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private void remind(Task task, LocalDate today) {
        String caseId = openTasks.caseOf(task).caseId();
        LocalDate since = dayOf(task.getCreateTime());
        LocalDate next = task.getFollowUpDate() == null
                ? deadlines.endOf(caseId, DeadlineKind.APPROVAL_REMINDER, since)
                : dayOf(task.getFollowUpDate());
        LocalDate last = deadlines.endOf(caseId, DeadlineKind.APPROVAL_REMINDERS_END, since);
        if (today.isBefore(next) || today.isAfter(last)) {
            return;
        }
        task.setPriority(task.getPriority() + 1);
        task.setFollowUpDate(startOf(deadlines.endOf(caseId, DeadlineKind.APPROVAL_REMINDER, today)));
        taskService.saveTask(task);
        audit.record(
                caseId,
                "APPROVAL_REMINDED",
                "催办“" + task.getName().replaceAll("\\s", "") + "”（第 " + of(task) + " 次），已等待 "
                        + workingDays.workingDaysBetween(since, today) + " 个工作日");
    }

    private static LocalDate dayOf(Date date) {
        return LocalDate.ofInstant(date.toInstant(), WorkingDays.ZONE);
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(WorkingDays.ZONE).toInstant());
    }
}
