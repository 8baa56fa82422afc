package io.duban.worklist;

import io.duban.audit.AuditTrail;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.SystemCalls;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** The follow-up date of a task whose reminders have come to an end, which no query finds any more. */
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final TaskService taskService;
    private final OpenTasks openTasks;
    private final Problems problems;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final SystemCalls system;
    private final Clock clock;

    ApprovalReminders(
            TaskService taskService,
            OpenTasks openTasks,
            Problems problems,
            Deadlines deadlines,
            WorkingDays workingDays,
            AuditTrail audit,
            SystemCalls system,
            Clock clock) {
        this.taskService = taskService;
        this.openTasks = openTasks;
        this.problems = problems;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.audit = audit;
        this.system = system;
        this.clock = clock;
    }

    /** How often whoever has to do this task was reminded of it; whoever works has a term and is urged of that. */
    static int of(Task task) {
        return APPROVALS.contains(task.getTaskDefinitionKey()) ? Math.max(0, task.getPriority() - UNTOUCHED) : 0;
    }

    /** Reminds of everything whose time has come today; nobody is reminded on a day off. */
    void remind() {
        LocalDate today = LocalDate.now(clock);
        if (workingDays.isWorkingDay(today)) {
            system.run(() -> remind(waiting(today), today));
        }
    }

    /** The table is asked once for each day on which something began to wait, not once for each task. */
    private void remind(List<Task> waiting, LocalDate today) {
        Map<LocalDate, LocalDate> firsts = new HashMap<>();
        Map<LocalDate, LocalDate> lasts = new HashMap<>();
        for (Task task : waiting) {
            LocalDate since = dayOf(task.getCreateTime());
            LocalDate last = lasts.computeIfAbsent(since, day -> endOf(DeadlineKind.APPROVAL_REMINDERS_END, day));
            LocalDate first = firsts.computeIfAbsent(since, day -> endOf(DeadlineKind.APPROVAL_REMINDER, day));
            if (today.isAfter(last)) {
                followUp(task, NEVER);
            } else if (task.getFollowUpDate() != null || !today.isBefore(first)) {
                LocalDate next = firsts.computeIfAbsent(today, day -> endOf(DeadlineKind.APPROVAL_REMINDER, day));
                task.setPriority(task.getPriority() + 1);
                followUp(task, next.isAfter(last) ? NEVER : next);
                record(task, since, today);
            }
        }
    }

    /** No term of a case, so that the newest table counts for all. */
    private LocalDate endOf(DeadlineKind kind, LocalDate from) {
        return deadlines.endOf("", kind, from);
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

    private void followUp(Task task, LocalDate day) {
        task.setFollowUpDate(startOf(day));
        taskService.saveTask(task);
    }

    private void record(Task task, LocalDate since, LocalDate today) {
        CaseTask its = openTasks.caseOf(task);
        String problem = problems.of(its.caseId()).stream()
                .filter(each -> each.id().equals(its.subjectId()))
                .map(each -> "问题 " + each.seq() + "：")
                .collect(Collectors.joining());
        audit.record(
                its.caseId(),
                "APPROVAL_REMINDED",
                problem + "催办“" + task.getName().replaceAll("\\s", "") + "”（第 " + of(task) + " 次），已等待 "
                        + workingDays.workingDaysBetween(since, today) + " 个工作日");
    }

    private static LocalDate dayOf(Date date) {
        return LocalDate.ofInstant(date.toInstant(), WorkingDays.ZONE);
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(WorkingDays.ZONE).toInstant());
    }
}
