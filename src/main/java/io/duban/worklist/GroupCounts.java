package io.duban.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Cockpit counts: how many unclaimed tasks each group has (人工任务), how many cases run of each process. Its own
 * reports would count what the person may not read; this counts what the person finds, the first two thousand tasks of
 * them, and says so if there are more.
 */
@Component
class GroupCounts {

    private static final int MOST = 1_999; // the engine answers two thousand at a time
    private static final int ACTIVE = 1;
    private static final int SUSPENDED = 2;
    private static final String DEFINITIONS = "/camunda/api/cockpit/plugin/base/*/process-definition/statistics";

    private static final Map<String, Object> NOT_ALL =
            Map.of("groupName", "（仅统计前 " + MOST + " 项 / the first " + MOST + " only）", "taskCount", 0);

    private final TaskService taskService;
    private final RepositoryService repositoryService;
    private final ManagementService managementService;
    private final JdbcClient jdbc;

    GroupCounts(
            TaskService taskService,
            RepositoryService repositoryService,
            ManagementService managementService,
            JdbcClient jdbc) {
        this.taskService = taskService;
        this.repositoryService = repositoryService;
        this.managementService = managementService;
        this.jdbc = jdbc;
    }

    /** The answer in the engine's shape, or nothing if the call is another one. */
    Optional<List<Map<String, Object>>> answer(EngineCall call) {
        return call.matches("GET", "task/report/candidate-group-count")
                .map(asked -> counts())
                .or(() -> call.matches("GET", DEFINITIONS).map(asked -> definitions()));
    }

    /** The newest version of each process by its name, with what runs of all its versions. */
    private List<Map<String, Object>> definitions() {
        Map<String, List<ProcessDefinitionStatistics>> running =
                managementService.createProcessDefinitionStatisticsQuery().includeIncidents().listPage(0, MOST).stream()
                        .collect(Collectors.groupingBy(ProcessDefinition::getKey));
        return repositoryService
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(each -> definition(each, running.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    private static Map<String, Object> definition(ProcessDefinition each, List<ProcessDefinitionStatistics> running) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", each.getId());
        line.put("key", each.getKey());
        line.put("name", each.getName());
        line.put("version", each.getVersion());
        line.put("tenantId", each.getTenantId());
        line.put("suspensionState", each.isSuspended() ? SUSPENDED : ACTIVE);
        line.put(
                "instances",
                running.stream()
                        .mapToInt(ProcessDefinitionStatistics::getInstances)
                        .sum());
        line.put(
                "incidents",
                running.stream()
                        .flatMap(version -> version.getIncidentStatistics().stream())
                        .mapToInt(IncidentStatistics::getIncidentCount)
                        .sum());
        return line;
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
