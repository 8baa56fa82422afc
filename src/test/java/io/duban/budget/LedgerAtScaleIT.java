package io.duban.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.budget.RoundTrips.Trip;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The ledger with a million lines on PostgreSQL: copies of one real line over sixteen districts, five years, eleven
 * categories, one in twenty open. What a page touches, what the figures cost as sums and as a scan, what an export of all
 * of it leaves in memory.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "duban.session.rights-read-every=PT1H"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(CountedApplication.Counted.class)
@ActiveProfiles({"demo", "postgres"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
@EnabledIf(value = "io.duban.budget.Effort#isWhole", disabledReason = "a million lines: with CI=true, see .ci/run")
class LedgerAtScaleIT {

    private static final int MANY = 1_000_000;
    private static final int PAGE_BUFFERS = 40;
    private static final long MEGABYTE = 1 << 20;

    /** A million rows kept in memory would be more than a gigabyte. */
    private static final long MOST_HEAP = 256 * MEGABYTE;

    private static final String CITY = "supervision-office.310000";
    private static final String DISTRICT = "supervision-office.310104";
    private static final String SCAN = " from (select 1 as n, ledger_line.* from ledger_line) as scanned";
    private static final Postgres POSTGRES = Postgres.empty();

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RoundTrips trips;

    @Autowired
    private AuthenticationProvider provider;

    @Autowired
    private MockMvc door;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcTemplate jdbc;

    private Plans plans;
    private Accounts accounts;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        POSTGRES.serve(properties);
    }

    @BeforeAll
    void fill() throws Exception {
        accounts = new Accounts(provider);
        plans = new Plans(jdbc, json);
        new OurLife(engine, trips, accounts, door, json).liveUntil("userTask_receiveOrder");
        open(CITY, "/api/ledger");
        String issued = "date '2021-09-01' + n / 550";
        String mixed = "(n::bigint * 7919 % 1000)";
        plans.copy(
                "ledger_line",
                "kind = 'PROBLEM'",
                MANY,
                Map.ofEntries(
                        Map.entry("id", "1000000 + n"),
                        Map.entry("entry_id", "'p' || n"),
                        Map.entry("order_id", "'o' || n / 2"),
                        Map.entry("problem_seq", "1 + n % 2"),
                        Map.entry("number", "'2026年第（' || n / 2 || '）号'"),
                        Map.entry(
                                "district_unit",
                                "'3101' || (array['01','04','05','06','07','09','10','12','13','14','15','16','17','18',"
                                        + "'20','51'])[1 + n % 16]"),
                        Map.entry("accused_unit", "'S' || n % 4000"),
                        Map.entry(
                                "instrument",
                                "(array['KEY_ISSUE_ORDER','RECTIFICATION_ORDER','RECTIFICATION_LETTER'])[1 + n % 3]"),
                        Map.entry(
                                "category",
                                "(array['HOMEWORK_COORDINATION','HOMEWORK_QUALITY','AFTER_SCHOOL_SERVICE',"
                                        + "'SCHOOL_RUNNING','ZERO_START_TEACHING','KEY_CLASSES','LIFE_AND_MENTAL_HEALTH',"
                                        + "'HIDDEN_VARIANT','NON_SUBJECT_SUPERVISION','PREPAYMENT_SUPERVISION',"
                                        + "'ART_EXAM_TRAINING'])[1 + n % 11]"),
                        Map.entry("phase", "case when " + mixed + " < 50 then 'OPEN' else 'DONE' end"),
                        Map.entry("state", "case when " + mixed + " < 50 then 'RECTIFYING' else 'SIGNED_OFF' end"),
                        Map.entry(
                                "due",
                                "case when " + mixed + " < 50 then current_date - 8 + " + mixed
                                        + "::int else date '9999-12-31' end"),
                        Map.entry("late", mixed + " between 400 and 450"),
                        Map.entry("relapsed", mixed + " between 500 and 520"),
                        Map.entry("issued_on", issued),
                        Map.entry("issue_month", "to_char(" + issued + ", 'YYYY-MM')")));
        sum("ledger_sum", "''");
        sum("ledger_month_sum", "issue_month");
        jdbc.execute("insert into ledger_entry (kind, order_id, problem_id, problem_seq, at, state, category, folded)"
                + " select 'PROBLEM', 'o' || n / 2, 'p' || n, 1, now(), 'RECTIFYING', 'KEY_CLASSES', true"
                + " from generate_series(1, " + MANY + ") n");
        jdbc.execute("vacuum analyze");
        jdbc.execute("alter database postgres set max_parallel_workers_per_gather = 0");
    }

    private void sum(String table, String month) {
        jdbc.execute("truncate " + table);
        jdbc.execute("insert into " + table + " (kind, province_unit, district_unit, issue_month, instrument, category,"
                + " phase, state, due, late, relapsed, n) select kind, province_unit, district_unit, " + month
                + ", instrument, category, phase, state, due, late, relapsed, count(*) from ledger_line"
                + " group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&state=OPEN",
                "&state=RECTIFYING&instrument=KEY_ISSUE_ORDER",
                "&overdue=OVERDUE",
                "&overdue=D1_5&unit=310104",
                "&category=KEY_CLASSES",
                "&state=OPEN&category=KEY_CLASSES",
                "&unit=310104",
                "&from=2023-03&to=2023-06",
                "&from=2023-03&to=2023-06&state=OPEN",
                "&relapsed=true",
                "&overdue=LATE",
                "&after=2023-05.1340000"
            })
    void a_page_touches_little_whatever_is_asked(String filter) {
        for (String person : List.of(CITY, DISTRICT)) {
            open(person, "/api/ledger?kind=PROBLEM&size=20" + filter);
            Tally page = trips.during(() -> assertThat(open(person, "/api/ledger?kind=PROBLEM&size=20" + filter)
                            .path("items"))
                    .hasSize(20));
            int buffers = plans.buffers(page);
            Figures.note("ledger page of 20 of " + MANY + " " + person + " " + filter + ", buffers", buffers);
            assertThat(buffers).as(filter).isLessThanOrEqualTo(PAGE_BUFFERS);
        }
    }

    @Test
    void figures_by_the_roll_up_cost_a_twentieth_of_a_scan() {
        open(CITY, "/api/ledger/figures?kind=PROBLEM");
        Tally sums = new Tally(trips.during(() -> open(CITY, "/api/ledger/figures?kind=PROBLEM")).trips().stream()
                .filter(trip -> trip.sql().matches("(?s).* from ledger_(month_)?sum .*"))
                .toList());
        Tally scan = new Tally(sums.trips().stream()
                .map(trip -> new Trip(
                        trip.sql().replaceFirst(" from ledger_(month_)?sum", SCAN),
                        trip.statements(),
                        trip.rowsUpdated(),
                        trip.writeCommit(),
                        trip.parameters()))
                .toList());
        long bySum = plans.buffers(sums);
        long byScan = plans.buffers(scan);
        Figures.note(
                "ledger figures (" + sums.trips().size() + " tables) over " + MANY + ", buffers by roll-up", bySum);
        Figures.note("ledger figures over " + MANY + ", buffers by scan", byScan);
        Figures.note("ledger figures, scan ÷ roll-up, buffers", byScan / bySum);
        Figures.note(
                "ledger figures, rows of the roll-up",
                jdbc.queryForObject(
                        "select (select count(*) from ledger_sum) + (select count(*) from ledger_month_sum)",
                        Long.class));
        double seconds = median(() -> plans.buffers(sums));
        double scanned = median(() -> plans.buffers(scan));
        Figures.note("ledger figures, ms by roll-up / by scan", String.format("%.0f / %.0f", seconds, scanned));
        assertThat(bySum * 20).isLessThanOrEqualTo(byScan);
    }

    private static double median(Runnable work) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            work.run();
            times.add(System.nanoTime() - begun);
        }
        return times.stream().sorted().toList().get(1) / 1e6;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void an_export_of_a_million_rows_leaves_the_memory_as_it_is(String format) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/ledger/export." + format + "?kind=PROBLEM"))
                .header("Authorization", basic())
                .build();
        long before = used();
        List<Long> beyond = new ArrayList<>();
        long bytes = 0;
        long lines = 0;
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        long rows = Long.parseLong(response.headers().firstValue("X-Row-Count").orElseThrow());
        try (InputStream in = response.body()) {
            byte[] parcel = new byte[1 << 16];
            long step = 8 * MEGABYTE;
            for (int read = in.read(parcel); read >= 0; read = in.read(parcel)) {
                if ((bytes + read) / step > bytes / step) {
                    beyond.add(used() - before);
                }
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += parcel[i] == '\n' ? 1 : 0;
                }
            }
        }
        Figures.note("ledger export " + format + ", rows / MB written", rows + " / " + bytes / MEGABYTE);
        Collections.sort(beyond);
        long usual = beyond.get(beyond.size() / 2);
        Figures.note("ledger export " + format + ", usual MB of heap beyond before", usual / MEGABYTE);
        Figures.note(
                "ledger export " + format + ", most MB of heap beyond before",
                beyond.get(beyond.size() - 1) / MEGABYTE);
        assertThat(rows).isGreaterThanOrEqualTo(MANY);
        if (format.equals("csv")) {
            assertThat(lines).isEqualTo(rows + 4);
        }
        assertThat(usual).isLessThan(MOST_HEAP);
    }

    /** What is in use when all that nobody holds is gone. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private JsonNode open(String person, String path) {
        try {
            var response = door.perform(get(path).with(authentication(accounts.signedIn(person))))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            return json.readTree(response.getContentAsByteArray());
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((CITY + ":duban-demo").getBytes(StandardCharsets.UTF_8));
    }
}
