package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.reporter.TestFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever asks by its id for something of a case that is not for them, at whatever door, has raised an alert. */
class RefusedReadingsTest extends EndToEnd {

    /** A district beside the one the case is in; the lead reads in Cockpit, too. */
    private static final List<String> STRANGERS = List.of("supervision-office.310105", "supervision-lead.310105");

    /** What has an id and is of no case: everybody's, one's own, or nobody's but an administrator's. */
    private static final Set<String> OF_NO_CASE = Set.of(
            "/api/units/{code}",
            "/api/calendar/years/{year}",
            "/api/ledger/exports/{name}",
            "/api/paper-templates/{kind}/versions/{version}",
            "/api/document-symbols/{unit}/{kind}",
            "/templates/{kind}",
            "/templates/{kind}/draft");

    private static final Set<String> ENGINE_KINDS =
            Set.of("task", "process-instance", "execution", "variable-instance", "job", "incident");

    private static final Set<String> ENGINE_OF_NO_CASE = Set.of(
            "filter",
            "process-definition",
            "job-definition",
            "decision-definition",
            "decision-requirements-definition",
            "case-definition",
            "deployment",
            "user",
            "group",
            "tenant",
            "authorization",
            "metrics",
            "history");

    @Autowired
    @Qualifier("runningPeriods")
    private ApplicationRunner runningPeriods;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyDoorThatAsksForAnIdRaisesOneAlert() throws IOException {
        KeyOrder order = KeyOrder.drafted(duban).received();
        new Uploads(duban)
                .keep(
                        "investigation-team.310104",
                        order.id,
                        Map.of(),
                        "a.jpg",
                        TestFiles.jpeg("x").content())
                .is(201);
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = order.interviews().get(0).path("id").asText();
        String accountability = accountability();
        String lead = registered();
        Map<String, List<String>> ids = new TreeMap<>();
        ids.put("orders", List.of(order.id));
        ids.put(
                "cases",
                Stream.concat(Stream.of(order.id, interview, accountability, lead), casesOfLeads())
                        .toList());
        ids.put("interviews", List.of(interview));
        ids.put("accountabilities", List.of(accountability));
        ids.put("leads", List.of(lead));
        ids.put("intake", List.of(lead));
        ids.put("files", List.of("1"));
        ids.put("papers", texts("select id from paper where case_id = ?", order.id));
        ids.put("evidence", texts("select id from evidence where case_id = ?", order.id));
        String running =
                " from act_ru_execution e join act_ru_execution i on i.id_ = e.proc_inst_id_ where i.business_key_ = ?";
        ids.put("process-instance", texts("select i.id_" + running, order.id));
        ids.put("execution", texts("select e.id_" + running, order.id));
        ids.put(
                "variable-instance",
                texts("select v.id_ from act_ru_variable v where v.text_ = ? fetch first 1 rows only", order.id));
        ids.put(
                "job",
                texts(
                        "select j.id_ from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_"
                                + " where i.business_key_ = ? fetch first 1 rows only",
                        order.id));
        List<String> tasks = texts(
                "select t.id_ from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_"
                        + " where i.business_key_ = ?",
                order.id);
        ids.put("tasks", tasks);
        ids.put("task", tasks);
        ids.values().forEach(each -> assertThat(each).as(ids.toString()).isNotEmpty());
        assertThat(ids.get("cases")).hasSize(7);

        List<String> wrong = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        for (String pattern : doors()) {
            for (String account : pattern.startsWith(DoorWalk.ENGINE) ? STRANGERS.subList(1, 2) : STRANGERS) {
                for (String path : DoorWalk.filled(pattern, ids).toList()) {
                    assertThat(path).as("this door has an id of its own kind").doesNotContain("no-such-thing");
                    jdbc.update("delete from conflict_alert");
                    int status = new Uploads(duban).take(account, asked(path)).statusCode();
                    List<Integer> times = jdbc.queryForList("select times from conflict_alert", Integer.class);
                    if (status < 400 || status >= 500 || !times.equals(List.of(1))) {
                        wrong.add(account + " " + path + " " + status + " " + times);
                    }
                    asked.add(pattern);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).hasSizeGreaterThan(20);
    }

    @Test
    void readingsAtOnceAreOneAlert() {
        KeyOrder order = KeyOrder.drafted(duban);
        jdbc.update("delete from conflict_alert");
        Uploads session = new Uploads(duban);

        Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> session.take(STRANGERS.get(0), "/api/orders/" + order.id)
                                .statusCode()))
                .limit(8)
                .toList()
                .forEach(each -> assertThat(each.join()).isEqualTo(404));

        assertThat(jdbc.queryForList("select times from conflict_alert", Integer.class))
                .containsExactly(8);
    }

    private Set<String> doors() throws IOException {
        Set<String> doors = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("io.duban"))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.asHttpMethod().equals(HttpMethod.GET)))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(each -> each.contains("{") && !OF_NO_CASE.contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(doors).hasSizeGreaterThan(10);
        try (var list = RefusedReadingsTest.class.getResourceAsStream("/engine-operations.txt")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> each.matches("GET [a-z-]+/\\*.*") || each.startsWith("GET history/"))
                    .map(each -> each.substring("GET ".length()))
                    .filter(each -> !ENGINE_OF_NO_CASE.contains(each.substring(0, each.indexOf('/'))))
                    .peek(each -> assertThat(ENGINE_KINDS).contains(each.substring(0, each.indexOf('/'))))
                    .filter(each -> !each.startsWith("incident/"))
                    .forEach(each -> doors.add(DoorWalk.ENGINE + each));
        }
        return doors;
    }

    private static String asked(String path) {
        return path.endsWith("/text") || path.contains("/leads/") && path.contains("/files/")
                ? path + "?purpose=TRIAGE"
                : path;
    }

    private String accountability() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(20);
        for (int number = 1; number <= 3; number++) {
            order.office
                    .registers(order.id, "沪教督通〔2026〕" + (number + 60) + "号", duban.today(), 1)
                    .is(201);
        }
        return order.accountabilities().get(0).path("id").asText();
    }

    private String registered() {
        return as("petition-office.310000")
                .post("/api/leads", Papers.called(duban.today(), Papers.INSTITUTION, "来电反映周末补课。"))
                .is(201)
                .text("leadRef");
    }

    /** A period of the city, a notice made from it, and a month in which the city confers. */
    private Stream<String> casesOfLeads() {
        Periods.begin(jdbc, runningPeriods);
        String period = jdbc.queryForObject(
                "select min(id) from lead_consolidation where receiving_unit = '310000'", String.class);
        String notice = UUID.randomUUID().toString();
        jdbc.update(
                "insert into supervision_notice (id, consolidation_id, number, receiving_unit, district_unit, title,"
                        + " requirements, state, issued_on, reply_due, overdue, version) values (?, ?, 'T-1', '310000',"
                        + " '310104', 't', 'r', 'ISSUED', date '2026-10-16', date '2026-10-30', false, 0)",
                notice,
                period);
        String month = jdbc.queryForObject("select min(id) from consultation where unit_code = '310000'", String.class);
        return Stream.of(period, notice, month);
    }

    private List<String> texts(String sql, String id) {
        return jdbc.queryForList(sql, String.class, id).stream().distinct().toList();
    }
}
