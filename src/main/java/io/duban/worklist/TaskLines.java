package io.duban.worklist;

import io.duban.engine.BusinessClock;
import io.duban.engine.SystemCalls;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts groups, cases and cards to a page of tasks with one query each, however long the page is. */
@Component
class TaskLines {

    private static final int MOST_VARIABLES = 2_000;

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final JdbcClient jdbc;
    private final CaseBooks books;

    TaskLines(RuntimeService runtimeService, SystemCalls system, JdbcClient jdbc, CaseBooks books) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.jdbc = jdbc;
        this.books = books;
    }

    List<TaskLine> of(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<CaseTask> cases = cases(tasks);
        Map<String, List<String>> groups = groups(tasks);
        Map<String, Card> cards = cards(tasks, cases);
        Map<String, CaseTask> byId = cases.stream().collect(Collectors.toMap(CaseTask::taskId, each -> each));
        return tasks.stream()
                .map(task -> line(
                        task,
                        Objects.requireNonNull(byId.get(task.getId())),
                        groups.getOrDefault(task.getId(), List.of()),
                        cards.getOrDefault(task.getId(), Card.EMPTY)))
                .toList();
    }

    Map<String, Card> cardsOf(List<Task> tasks) {
        return tasks.isEmpty() ? Map.of() : cards(tasks, cases(tasks));
    }

    private Map<String, Card> cards(List<Task> tasks, List<CaseTask> cases) {
        Map<String, Card> cards = new HashMap<>(books.cards(cases));
        tasks.forEach(
                task -> cards.computeIfPresent(task.getId(), (id, card) -> card.awaited(ApprovalReminders.of(task))));
        return cards;
    }

    private List<CaseTask> cases(List<Task> tasks) {
        Map<String, Map<String, Object>> named = variables(
                tasks.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new));
        return tasks.stream()
                .map(task -> {
                    Map<String, Object> own = named.getOrDefault(task.getProcessInstanceId(), Map.of());
                    return new CaseTask(
                            task.getId(),
                            task.getTaskDefinitionKey(),
                            Objects.toString(own.get(OpenTasks.CASE), ""),
                            OpenTasks.subject(own));
                })
                .toList();
    }

    private Map<String, Map<String, Object>> variables(String... processInstanceIds) {
        String[] names = Stream.concat(Stream.of(OpenTasks.CASE), OpenTasks.SUBJECTS.stream())
                .toArray(String[]::new);
        List<VariableInstance> found = system.call(() -> runtimeService
                .createVariableInstanceQuery()
                .processInstanceIdIn(processInstanceIds)
                .variableNameIn(names)
                .listPage(0, MOST_VARIABLES));
        Map<String, Map<String, Object>> named = new HashMap<>();
        found.stream()
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> named.computeIfAbsent(variable.getProcessInstanceId(), each -> new HashMap<>())
                        .put(variable.getName(), variable.getValue()));
        return named;
    }

    /** The engine has no query for the candidates of many tasks at once. */
    private Map<String, List<String>> groups(List<Task> tasks) {
        return jdbc
                .sql("select task_id_, group_id_ from act_ru_identitylink"
                        + " where type_ = 'candidate' and group_id_ is not null and task_id_ in (:ids)"
                        + " order by task_id_, group_id_")
                .param("ids", tasks.stream().map(Task::getId).toList())
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static TaskLine line(Task task, CaseTask subject, List<String> groups, Card card) {
        return new TaskLine(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                subject.caseId(),
                subject.subjectId(),
                task.getAssignee(),
                groups,
                Objects.requireNonNull(at(task.getCreateTime())),
                at(task.getDueDate()),
                card);
    }

    private static @Nullable OffsetDateTime at(@Nullable Date date) {
        return date == null ? null : date.toInstant().atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
