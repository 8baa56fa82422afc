package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Effort;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever asks wrongly is told so: every read of ours and of the engine's list of operations is asked for what does not
 * exist, for pages beyond any number, with values of a wrong type and with sortings there are not. None of it is a fault of
 * ours, so none answers 5xx. In the build people wait for, each fifth question is asked (ADR 25).
 */
class BadQuestionsTest extends EndToEnd {

    private static final Path OPERATIONS = Path.of("src/main/resources/engine-operations.txt");
    private static final String LARGEST = String.valueOf(Integer.MAX_VALUE);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> WRONG =
            List.of("x", "-1", LARGEST, "99999999999999999999", "", "2026-02-30", "-999999999-01-01", "x".repeat(900));
    /** Told to those who report when too many do; the only 5xx that is no fault. */
    private static final String BUSY = "/report/busy";

    private static final List<String> PAGES = List.of(
            "firstResult=" + LARGEST + "&maxResults=2000",
            "firstResult=" + LARGEST + "&maxResults=" + LARGEST,
            "firstResult=-1&maxResults=-1",
            "firstResult=x",
            "maxResults=x",
            "maxResults=0",
            "sortBy=x&sortOrder=asc",
            "sortBy=id",
            "sortBy=&sortOrder=",
            "sortOrder=asc",
            "no-such-parameter=1");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TaskService tasks;

    private final List<Question> questions = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();

    private record Question(
            String account,
            String method,
            String path,
            @Nullable String body) {}

    @Test
    void ourReadsRefuseInWords() {
        for (var mapping : mappings.getHandlerMethods().entrySet()) {
            for (String path : reads(mapping.getKey())) {
                List<String> queries = queries(mapping.getValue().getMethod());
                for (String filled : filled(path)) {
                    for (String query : queries) {
                        for (String account : List.of("supervision-lead.310000", "petition-office.310000")) {
                            ask(account, "GET", filled + query, null);
                        }
                    }
                }
            }
        }
        assertThat(questions).hasSizeGreaterThan(1_000);
        noneIsAFaultOfOurs();
    }

    @Test
    void theEnginesReadsRefuseInWords() throws IOException {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String task = order.team.task(order.id, "userTask_investigate");
        for (String operation : operations("GET ")) {
            for (String path : filled("/" + operation)) {
                get(path.substring(1), "");
                if (!operation.contains("*") && !operation.startsWith("/")) {
                    PAGES.forEach(page -> get(operation, "?" + page));
                    EngineQueries.of(operation).ifPresent(query -> {
                        boolean counts = operation.endsWith("/count");
                        (counts ? EngineQueries.strings(query) : EngineQueries.mistyped(query))
                                .forEach(each -> get(operation, "?" + each));
                    });
                }
            }
            for (String id : List.of(task, order.id)) {
                get(operation.replace("*", id), "");
                ask("supervision-lead.310105", "GET", engine(operation.replace("*", id)), null);
            }
            ask("supervision-lead.310105", "GET", engine(operation.replace("*", instance(task))), null);
        }
        noneIsAFaultOfOurs();
    }

    @Test
    void theEnginesQueriesRefuseInWords() throws IOException {
        for (String operation : operations("POST ")) {
            String path = operation.replace("*", "no-such-thing");
            for (String body : List.of("", "null", "[]", "{}", "[null]", "\"x\"", "{\"sorting\":\"x\"}", "{\"a\":")) {
                post(path, body);
            }
            EngineQueries.of(operation).ifPresent(query -> {
                if (!path.endsWith("/count")) {
                    EngineQueries.bodies(query).forEach(body -> post(path, Duban.text(body)));
                }
                if (path.endsWith("/count")) {
                    PAGES.forEach(page -> post(path + "?" + page, "{}"));
                } else {
                    sortings().forEach(body -> post(path, Duban.text(body)));
                }
            });
        }
        noneIsAFaultOfOurs();
    }

    @Test
    void whatConcernsNothingIsRefusedInWords() {
        for (String operation : List.of("task/no-such-thing/assignee", "task/no-such-thing/delegate")) {
            for (String body : List.of("", "null", "[]", "{}", "{\"userId\":\"nobody\"}", "{\"userId\":[]}")) {
                post(operation, body);
            }
        }
        noneIsAFaultOfOurs();
    }

    private static List<Map<String, Object>> sortings() {
        List<Map<String, Object>> found = new ArrayList<>();
        for (String by : List.of(
                "x",
                "id",
                "dueDate",
                "processVariable",
                "executionVariable",
                "taskVariable",
                "caseInstanceVariable",
                "caseExecutionVariable")) {
            for (Object parameters : List.of(
                    "x",
                    Map.of(),
                    Map.of("variable", "a"),
                    Map.of("variable", "a", "type", "Nothing"),
                    Map.of("variable", "a", "type", "Object"),
                    Map.of("variable", Map.of(), "type", 1),
                    Map.of("type", "String"))) {
                Map<String, Object> sorting = new LinkedHashMap<>();
                sorting.put("sortBy", by);
                sorting.put("sortOrder", "asc");
                sorting.put("parameters", parameters);
                found.add(Map.of("sorting", List.of(sorting)));
            }
        }
        return found;
    }

    private void get(String operation, String query) {
        ask("admin", "GET", engine(operation) + query, null);
    }

    private void post(String path, String body) {
        ask("admin", "POST", engine(path), body);
    }

    private static String engine(String operation) {
        return operation.startsWith("/") ? operation : DoorWalk.ENGINE + operation;
    }

    private String instance(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    private void ask(String account, String method, String path, @Nullable String body) {
        questions.add(new Question(account, method, path, body));
    }

    private void noneIsAFaultOfOurs() {
        Effort.some(questions).forEach(this::send);
        assertThat(broken).isEmpty();
    }

    private void send(Question question) {
        String body = question.body() == null ? "" : question.body();
        var request = HttpRequest.newBuilder(URI.create(duban.address() + question.path()))
                .method(question.method(), HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/html;q=0.5, */*;q=0.1")
                .header("Authorization", basic(question.account()))
                .build();
        int status = Duban.exchanged(CLIENT, request).statusCode();
        if (status >= 500) {
            String asked = question.path() + " " + body;
            broken.add(
                    status + " " + question.method() + " " + (asked.length() > 200 ? asked.substring(0, 200) : asked));
        }
    }

    /** The path with what does not exist in place of each of its parts that are left open. */
    private static List<String> filled(String path) {
        String open = "\\{[^}]+}|\\*+";
        if (!path.matches(".*(\\{|\\*).*")) {
            return List.of(path);
        }
        return WRONG.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> path.replaceAll(open, encoded(each)))
                .toList();
    }

    /** No parameter, then each parameter of the mapping with each wrong value. */
    private static List<String> queries(Method method) {
        String[] names = new DefaultParameterNameDiscoverer().getParameterNames(method);
        List<String> found = new ArrayList<>(List.of(""));
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameters()[i].isAnnotationPresent(RequestParam.class) && names != null) {
                RequestParam given = method.getParameters()[i].getAnnotation(RequestParam.class);
                String name = Stream.of(given.value(), given.name(), names[i])
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElseThrow();
                WRONG.forEach(value -> found.add("?" + name + "=" + encoded(value)));
            }
        }
        return found;
    }

    private static Set<String> reads(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        boolean read = methods.isEmpty()
                || methods.stream().anyMatch(each -> each.name().equals("GET"));
        return read && !mapping.getPatternValues().contains(BUSY) ? mapping.getPatternValues() : Set.of();
    }

    /** What the list opens for reading; the changes among its POSTs begin with a word of their own. */
    private static List<String> operations(String method) throws IOException {
        return Files.readAllLines(OPERATIONS).stream()
                .filter(each -> each.startsWith(method))
                .map(each -> each.substring(method.length()).strip())
                .filter(each -> Arrays.stream(each.split("/"))
                        .noneMatch(List.of("create", "assignee", "delegate", "unlock", "execute")::contains))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String basic(String account) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
    }
}
