package io.duban.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 人工任务: how many unclaimed tasks each group has, as Cockpit shows it. The engine's own report would count tasks the
 * person may not read; this counts those the person finds, the first two thousand of them, and says so if there are more.
 */
@Component
class GroupCounts {

    private static final int MOST = 2_000;

    private static final Map<String, Object> NOT_ALL =
            Map.of("groupName", "（仅统计前 " + MOST + " 项 / the first " + MOST + " only）", "taskCount", 0);

    private final TaskService taskService;
    private final JdbcClient jdbc;

    GroupCounts(TaskService taskService, JdbcClient jdbc) {
        this.taskService = taskService;
        this.jdbc = jdbc;
    }

    /** The answer in the engine's shape, or nothing if the call is another one. */
    Optional<List<Map<String, Object>>> answer(EngineCall call) {
        return call.matches("GET", "task/report/candidate-group-count").map(asked -> counts());
    }

    private List<Map<String, Object>> counts() {
        List<String> tasks =
                taskService.createTaskQuery().taskUnassigned().orderByTaskId().asc().listPage(0, MOST + 1).stream()
                        .map(Task::getId)
                        .toList();
        return tasks.size() <= MOST
                ? counts(tasks)
                : Stream.concat(Stream.of(NOT_ALL), counts(tasks.subList(0, MOST)).stream())
                        .toList();
    }

    private List<Map<String, Object>> counts(List<String> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select group_id_, count(*) from act_ru_identitylink where type_ = 'candidate'"
                                        + " and group_id_ is not null and task_id_ in (:ids) group by group_id_ order by group_id_")
                        .param("ids", tasks)
                        .query((row, n) ->
                                Map.<String, Object>of("groupName", row.getString(1), "taskCount", row.getInt(2)))
                        .list();
    }
}
