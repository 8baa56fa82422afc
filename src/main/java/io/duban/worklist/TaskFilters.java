package io.duban.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the filters of Tasklist at start-up, or brings those of an earlier start up to date. They are stored without any
 * expression: what depends on the person or the day is added by {@link FilterQueries} to each request.
 */
@Component
@Order(30)
class TaskFilters implements ApplicationRunner {

    private final FilterService filterService;
    private final TaskService taskService;
    private final Grants grants;
    private final Map<String, WorklistFilter> ids = new ConcurrentHashMap<>();

    TaskFilters(FilterService filterService, TaskService taskService, Grants grants) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.grants = grants;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        for (WorklistFilter each : WorklistFilter.values()) {
            Filter filter = stored(each);
            filter.setName(each.label());
            filter.setQuery(query(each));
            filter.setProperties(properties(each));
            filterService.saveFilter(filter);
            each.readers()
                    .forEach(role -> grants.ensure(role.id(), Resources.FILTER, filter.getId(), Permissions.READ));
            ids.put(filter.getId(), each);
        }
    }

    /** The filter of ours with this id, if it is one. */
    Optional<WorklistFilter> byId(String id) {
        return Optional.ofNullable(ids.get(id));
    }

    private Filter stored(WorklistFilter wanted) {
        return filterService.createTaskFilterQuery().filterName(wanted.label()).orderByFilterId().asc().list().stream()
                .filter(each -> each.getOwner() == null)
                .findFirst()
                .orElseGet(filterService::newTaskFilter);
    }

    private TaskQuery query(WorklistFilter filter) {
        TaskQuery query = taskService.createTaskQuery();
        if (!filter.taskKeys().isEmpty()) {
            query.taskDefinitionKeyIn(filter.taskKeys().toArray(String[]::new));
        }
        return query;
    }

    private static Map<String, Object> properties(WorklistFilter filter) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", filter.description());
        properties.put("color", filter.colour());
        properties.put("priority", filter.ordinal() * 10);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        // The card says number and unit in words; the engine's own columns would show codes.
        properties.put("variables", List.of());
        return properties;
    }
}
