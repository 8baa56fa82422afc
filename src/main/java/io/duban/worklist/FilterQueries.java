package io.duban.worklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duban.engine.BusinessClock;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds to a call of one of our filters what could only be stored as an expression: the person, their groups and the
 * day. A deadline ends at 24:00, so a day reaches from after its first instant to the first of the next day.
 */
@Component
class FilterQueries {

    private static final DateTimeFormatter ENGINE_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final List<String> RUNS = List.of("list", "count", "singleResult");

    private final TaskFilters filters;
    private final FormVariables variables;
    private final ObjectMapper json;
    private final Clock clock;

    FilterQueries(TaskFilters filters, FormVariables variables, ObjectMapper json, Clock clock) {
        this.filters = filters;
        this.variables = variables;
        this.json = json;
        this.clock = clock;
    }

    /** The request to pass on in place of this one; nothing if it does not run one of our filters. */
    @Nullable
    HttpServletRequest narrowed(EngineCall call, HttpServletRequest request, SignedIn person) throws IOException {
        Optional<String> run = RUNS.stream()
                .filter(each -> call.matches("GET", "filter/*/" + each).isPresent()
                        || call.matches("POST", "filter/*/" + each).isPresent())
                .findFirst();
        var filter = run.flatMap(each -> filters.byId(call.path().get(1)));
        if (filter.isEmpty()) {
            return null;
        }
        ObjectNode query = query(request);
        narrow(query, filter.get(), person);
        if (run.filter("list"::equals).isPresent()) {
            breakTies(query);
        }
        return new ReplacedBody(request, "POST", json.writeValueAsBytes(query));
    }

    private ObjectNode query(HttpServletRequest request) throws IOException {
        if (!"POST".equals(request.getMethod())) {
            return json.createObjectNode();
        }
        if (variables.body(request) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of("body", "readable", "筛选", "筛选条件应为 JSON 对象。", "The query must be a JSON object.");
    }

    private void narrow(ObjectNode query, WorklistFilter filter, SignedIn person) {
        switch (filter.whose()) {
            case MINE -> query.put("assignee", person.person());
            case GROUPS -> narrowToGroups(query, person);
            case ANYBODY -> {}
        }
        LocalDate today = LocalDate.now(clock.withZone(BusinessClock.ZONE));
        switch (filter.when()) {
            case TODAY -> dueOn(query, today);
            case TOMORROW -> dueOn(query, today.plusDays(1));
            case OVERDUE -> query.put("dueBefore", date(clock.instant()));
            case ANY -> {}
        }
    }

    private static void narrowToGroups(ObjectNode query, SignedIn person) {
        if (person.groups().isEmpty()) {
            query.put("assignee", person.person());
            return;
        }
        ArrayNode groups = query.putArray("candidateGroups");
        person.groups().forEach(groups::add);
        query.put("includeAssignedTasks", true);
    }

    private static void dueOn(ObjectNode query, LocalDate day) {
        query.put("dueAfter", date(day.atStartOfDay(BusinessClock.ZONE).toInstant()));
        query.put(
                "dueBefore",
                date(day.plusDays(1)
                        .atStartOfDay(BusinessClock.ZONE)
                        .toInstant()
                        .plusMillis(1)));
    }

    private static String date(Instant instant) {
        return ENGINE_DATE.format(instant.atZone(BusinessClock.ZONE));
    }

    /** Whatever Tasklist sorts by, the id comes last, so that pages neither repeat nor lose a task. */
    private static void breakTies(ObjectNode query) {
        ArrayNode sorting = query.withArray("sorting");
        if (sorting.isEmpty()) {
            sorting.addObject().put("sortBy", "dueDate").put("sortOrder", "asc");
        }
        boolean byId = Stream.iterate(0, i -> i < sorting.size(), i -> i + 1)
                .anyMatch(i -> "id".equals(sorting.get(i).path("sortBy").asText()));
        if (!byId) {
            sorting.addObject().put("sortBy", "id").put("sortOrder", "asc");
        }
    }
}
