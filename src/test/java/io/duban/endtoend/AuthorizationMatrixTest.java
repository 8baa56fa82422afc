package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.reporter.TestFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One file says who gets which answer where: {@code authorization-matrix.csv}, a row for each endpoint, a column for each
 * role and its relation to the case (own district, parent, child, sibling, the accused unit, not involved). Every cell
 * is really called. A new endpoint without a row fails; what was answered is written to {@code
 * target/authorization-matrix.csv}, to be looked at and taken over.
 */
class AuthorizationMatrixTest extends EndToEnd {

    private static final String TRIAGE_PAGE = "/intake/leads/{leadRef}";
    private static final Path FILE = Path.of("src/test/resources/authorization-matrix.csv");
    private static final Path ANSWERED = Path.of("target/authorization-matrix.csv");

    /** The case is an order to the district 310104 about an institution there. */
    private static final Map<String, String> UNITS = Map.of(
            "parent", "310000",
            "own", "310104",
            "child", "310104S001",
            "accused", "310104T001",
            "sibling", "310105",
            "uninvolved", "310105T001");

    private static final String EXTENSION = "/api/orders/{id}/extensions";
    private static final String DISCONTINUATION = "/api/orders/{id}/discontinuations";

    /** Where being let in changes the case, the next call gets another one. */
    private static final Set<String> FRESH = Set.of(EXTENSION, DISCONTINUATION);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private TaskService tasks;

    private KeyOrder order;
    private String task;
    private String lead;
    private String paper;
    private String evidence;

    @BeforeEach
    void oneOrder() {
        order = KeyOrder.drafted(duban).received();
        task = order.team.task(order.id, "userTask_investigate");
        lead = leadInVerification();
        evidence = new Uploads(duban)
                .keep(
                        "supervision-office.310000",
                        order.id,
                        Map.of(),
                        "a.jpg",
                        TestFiles.jpeg("a").content())
                .is(201)
                .body()
                .at("/items/0/id")
                .asText();
        paper = as("supervision-office.310000")
                .get("/api/cases/" + order.id + "/papers")
                .ok()
                .body()
                .at("/0/paper/id")
                .asText();
    }

    /** A lead on the accused unit that the city's petition office has handed to the district. */
    private String leadInVerification() {
        Person city = as("petition-office.310000");
        String ref = city.post("/api/leads", report()).is(201).text("leadRef");
        city.post(
                        "/api/leads/" + ref + "/triage",
                        Papers.weighed(Papers.of(
                                "summary", "反映周末违规补课",
                                "accusedUnit", "310104T001",
                                "category", "HIDDEN_VARIANT",
                                "topic", "HIDDEN_VARIANT",
                                "inScope", true,
                                "concrete", true)))
                .ok();
        city.does(ref, "userTask_transferLead", Papers.of("handlingUnit", "310104", "division", "vocational-division"));
        return ref;
    }

    private static Map<String, Object> report() {
        return Papers.of(
                "channel", "PHONE",
                "sourceLevel", "CITY",
                "receivedOn", "2026-10-05",
                "unit", "310104T001",
                "category", "HIDDEN_VARIANT",
                "named", false,
                "text", "来电反映周末补课。");
    }

    @Test
    void everyEndpointHasARow() throws IOException {
        Set<String> rows = new TreeSet<>();
        lines().stream()
                .skip(1)
                .forEach(line -> rows.add(line.get(0) + " " + line.get(1).replaceAll("\\?.*", "")));

        assertThat(rows).containsAll(endpoints());
    }

    @Test
    void everyCellAnswersAsTheFileSays() throws IOException {
        List<List<String>> lines = lines();
        List<String> actors = lines.get(0).subList(2, lines.get(0).size());
        List<String> answered = new ArrayList<>(List.of(String.join(",", lines.get(0))));
        Map<String, String> wrong = new LinkedHashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            List<String> row = new ArrayList<>(line.subList(0, 2));
            List<Integer> statuses = statuses(actors, line.get(0), line.get(1));
            for (int i = 0; i < actors.size(); i++) {
                String status = String.valueOf(statuses.get(i));
                row.add(status);
                String wanted = line.size() > i + 2 ? line.get(i + 2) : "";
                if (!status.equals(wanted)) {
                    wrong.put(line.get(0) + " " + line.get(1) + " as " + actors.get(i), wanted + " was " + status);
                }
            }
            answered.add(String.join(",", row));
        }
        Files.write(ANSWERED, answered);

        assertThat(wrong).isEmpty();
    }

    private Set<String> endpoints() {
        Set<String> found = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                var methods = mapping.getMethodsCondition().getMethods();
                if (methods.isEmpty()) {
                    found.add("GET " + pattern);
                }
                methods.forEach(method -> found.add(method + " " + pattern));
            }
        }
        return found;
    }

    /**
     * Who only reads disturbs nobody, but few exports run at a time; what changes the case is asked one after the other, and
     * then of another case.
     */
    private List<Integer> statuses(List<String> actors, String method, String pattern) {
        if (method.equals("GET") && !pattern.contains("/export")) {
            return actors.parallelStream()
                    .map(actor -> call(actor, method, pattern))
                    .toList();
        }
        List<Integer> statuses = new ArrayList<>();
        for (String actor : actors) {
            tasks.setAssignee(task, null);
            int status = call(actor, method, pattern);
            statuses.add(status);
            if (FRESH.contains(pattern) && status < 300) {
                order = KeyOrder.drafted(duban).received();
                task = order.team.task(order.id, "userTask_investigate");
            }
        }
        return statuses;
    }

    private int call(String actor, String method, String pattern) {
        String path = pattern.replace("/api/tasks/{id}", "/api/tasks/" + task)
                .replace("/api/orders/{id}", "/api/orders/" + order.id)
                .replace("/api/cases/{id}", "/api/cases/" + order.id)
                .replace("{paper}", paper)
                .replace("/cases/{id}", "/cases/" + order.id)
                .replace("/api/evidence/{id}", "/api/evidence/" + evidence)
                .replace("{file}", evidence)
                .replace("{kind}", "URGING_NOTE")
                .replace("{version}", "0")
                .replace("{unit}", "310104")
                .replace("{leadRef}", lead)
                .replace("{number}", "1")
                .replace("{task}", task)
                .replace("{order}", order.id)
                .replace("{year}", "2026")
                .replace("{code}", "310104")
                .replaceAll("\\{[^}]+}", "no-such-thing");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(duban.address() + path))
                .header("Accept", "application/json, text/html;q=0.5, */*;q=0.1")
                .header("Content-Type", contentType(method, pattern))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : body(pattern)));
        if (!actor.equals("anonymous")) {
            request.header("Authorization", basic(account(actor)));
        }
        return Duban.exchanged(CLIENT, request.build()).statusCode();
    }

    /** Tables are uploaded as CSV, the page of a triage sends its form; everything else is JSON. */
    private static String contentType(String method, String pattern) {
        if (TRIAGE_PAGE.equals(pattern)) {
            return "application/x-www-form-urlencoded";
        }
        return method.equals("PUT") && !pattern.startsWith("/api/returns") ? "text/csv" : "application/json";
    }

    /** A request that is complete where it would otherwise be refused as incomplete before anybody asks who sends it. */
    private static String body(String pattern) {
        return switch (pattern) {
            case "/api/leads" -> Duban.text(report());
            case "/api/orders" -> Duban.text(Papers.keyIssueOrder("310104", "310104T001", 1));
            case EXTENSION -> Duban.text(Papers.of("workingDays", 1, "reason", "案情复杂，需补充取证。"));
            case DISCONTINUATION ->
                Duban.text(Papers.of("kind", "WITHDRAWAL", "reason", "DUPLICATE", "explanation", "经核实，重复立案。"));
            case "/api/leads/{leadRef}/triage" ->
                Duban.text(Papers.weighed(Papers.of("inScope", true, "concrete", true)));
            case TRIAGE_PAGE ->
                "inScope=true&concrete=true&severe=false&vile=false&leaderConcern=false&publicReaction=false";
            default -> "{}";
        };
    }

    private static String account(String actor) {
        int at = actor.indexOf('@');
        return at < 0 ? actor : actor.substring(0, at) + "." + UNITS.get(actor.substring(at + 1));
    }

    private static String basic(String account) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> lines() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        }
    }
}
