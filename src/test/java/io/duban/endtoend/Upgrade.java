package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an installation of before papers and ledger has after the newest version was put over it, on either database. */
final class Upgrade {

    /** Columns whose contents went elsewhere, each with a check below. */
    private static final Map<String, Set<String>> MOVED =
            Map.of("deadline", Set.of("status", "closed_at"), "accountability", Set.of("number_year", "number_seq"));

    /** Counters that became series of the register. */
    private static final Set<String> REPLACED = Set.of("order_number", "notice_number", "accountability_sequence");

    private static final String OFFICE = "supervision-office.310000";

    private final EarlierInstallation earlier;
    private final JdbcTemplate jdbc;

    Upgrade(EarlierInstallation earlier) {
        this.earlier = earlier;
        this.jdbc = earlier.jdbc();
    }

    void keepsEverything(Supplier<Installation> application) throws SQLException {
        Map<String, List<String>> before = earlier.tables();
        Map<String, List<String>> rows = new TreeMap<>();
        before.forEach((table, columns) -> rows.put(table, earlier.rows(table, kept(table, columns))));
        assertThat(rows.get("supervision_order")).as("there was something").hasSize(9);

        earlier.upgrade();

        nothingIsLost(before, rows);
        deadlinesHaveTheirEnds();
        decisionsKeepTheirNumbers();
        nothingOfADraftIsLeftInTheLedger();
        try (Installation today = application.get()) {
            Duban duban = today.duban();
            theLedgerBeginsWithWhatWasThere(duban);
            whatWasTypedIsReadAgain(duban);
            numbersGoOn(duban);
            assertThat(new LedgerAgrees(duban.as(OFFICE), today.jdbc(), each -> true).inEveryFigure())
                    .isGreaterThan(60);
        }
    }

    private static List<String> kept(String table, List<String> columns) {
        return columns.stream()
                .filter(column -> !MOVED.getOrDefault(table, Set.of()).contains(column))
                .toList();
    }

    private void nothingIsLost(Map<String, List<String>> before, Map<String, List<String>> rows) throws SQLException {
        Map<String, List<String>> after = earlier.tables();
        before.forEach((table, columns) -> {
            if (!REPLACED.contains(table)) {
                assertThat(after).containsKey(table);
                assertThat(after.get(table)).as(table).containsAll(kept(table, columns));
                assertThat(earlier.rows(table, kept(table, columns))).as(table).isEqualTo(rows.get(table));
            }
        });
        assertThat(jdbc.queryForObject("select count(*) from order_origin", Integer.class))
                .isEqualTo(1);
    }

    private void deadlinesHaveTheirEnds() {
        Map<String, String> ends = jdbc.queryForList("select * from deadline_end").stream()
                .collect(Collectors.toMap(
                        row -> row.get("deadline_id").toString(),
                        row -> row.get("status").toString()));
        assertThat(ends)
                .containsOnly(
                        Map.entry("d1-met", "MET"),
                        Map.entry("d1-late", "OVERDUE_MET"),
                        Map.entry("d2-met", "MET"),
                        Map.entry("d2-rectified", "MET"),
                        Map.entry("d3-cancelled", "CANCELLED"));
        assertThat(jdbc.queryForList(
                        "select d.id from deadline d, deadline_end e where e.deadline_id = d.id and e.at ="
                                + " timestamp with time zone '2026-09-10 15:00:00+08:00'",
                        String.class))
                .as("ended when it ended")
                .containsExactly("d1-late");
        assertThat(jdbc.queryForList(
                        "select d.id from deadline d, deadline_end e where e.deadline_id = d.id and e.at = d.due_at",
                        String.class))
                .as("where nobody wrote down when")
                .containsExactly("d3-cancelled");
    }

    private void decisionsKeepTheirNumbers() {
        assertThat(jdbc.queryForList("select number_text from accountability order by id", String.class))
                .containsExactly("问责决定〔2026〕5号", null);
    }

    private void nothingOfADraftIsLeftInTheLedger() {
        for (String table : List.of("ledger_entry", "ledger_line")) {
            assertThat(jdbc.queryForList("select distinct order_id from " + table, String.class))
                    .as(table)
                    .contains("o3")
                    .doesNotContain("o4", "o7", "o8", "o9");
        }
        for (String table : List.of("ledger_sum", "ledger_month_sum")) {
            assertThat(jdbc.queryForList("select kind || ' ' || state || ' ' || n from " + table, String.class))
                    .as(table + ": o3 and its problem, without the drafts counted beside it")
                    .containsExactlyInAnyOrder("ORDER WITHDRAWN 1", "PROBLEM RECTIFYING 1");
        }
    }

    private void theLedgerBeginsWithWhatWasThere(Duban duban) {
        JsonNode orders = items(duban, "kind=ORDER");
        assertThat(KeyOrder.stream(orders))
                .extracting(
                        each -> each.path("orderId").asText(),
                        each -> each.path("state").asText())
                .as("all that are out, no draft")
                .containsExactlyInAnyOrder(
                        tuple("o1", "RECTIFYING"),
                        tuple("o2", "CLOSED"),
                        tuple("o3", "WITHDRAWN"),
                        tuple("o5", "INVESTIGATING"),
                        tuple("o6", "RECTIFYING"));
        assertThat(KeyOrder.stream(items(duban, "kind=PROBLEM")))
                .extracting(
                        each -> each.path("orderId").asText() + "/"
                                + each.path("problem").asText(),
                        each -> each.path("state").asText())
                .containsExactlyInAnyOrder(
                        tuple("o1/1", "RECTIFYING"),
                        tuple("o1/2", "SIGNED_OFF"),
                        tuple("o2/1", "SIGNED_OFF"),
                        tuple("o3/1", "RECTIFYING"),
                        tuple("o5/1", "ALLEGED"),
                        tuple("o6/1", "RECTIFYING"));
        assertThat(KeyOrder.stream(items(duban, "kind=PROBLEM&overdue=LATE")))
                .extracting(each -> each.path("orderId").asText())
                .as("met late")
                .containsExactly("o1");
        assertThat(KeyOrder.stream(items(duban, "kind=ORDER&overdue=OVERDUE")))
                .extracting(each -> each.path("orderId").asText())
                .as("still running and past its day")
                .containsExactly("o5");
        assertThat(new LedgerAgrees(duban.as(OFFICE), jdbc, each -> true).inEveryFigure())
                .isGreaterThan(60);
        assertThat(jdbc.queryForObject("select sum(n) from ledger_sum", Long.class))
                .as("the sums are of the lines")
                .isEqualTo(jdbc.queryForObject("select count(*) from ledger_line", Long.class))
                .isEqualTo(jdbc.queryForObject("select sum(n) from ledger_month_sum", Long.class));
    }

    /** Typed before entries were kept, read today like what is typed now; and carried once. */
    private void whatWasTypedIsReadAgain(Duban duban) {
        String order = duban.as(OFFICE).get("/api/cases/o1/entries").ok().body().toString();
        assertThat(order)
                .contains("关于整改中事项的督办", "经过", "事实", "处置", "措施", "原因", "分管副区长", "已改进")
                .contains("draft-order", "investigate", "submit-report", "sign-off-problem");
        assertThat(duban.as("investigation-team.310104")
                        .get("/api/cases/o1/entries")
                        .ok()
                        .body()
                        .toString())
                .as("what the team typed itself")
                .contains("处置");
        duban.as("government.310105").get("/api/cases/o1/entries").is(404);
        assertThat(jdbc.queryForList(
                        "select sentence from audit_event where case_id = 'o1' and action = 'ENTRIES_CARRIED'",
                        String.class))
                .singleElement()
                .asString()
                .contains("补录以前填写的内容 4 条");
        assertThat(jdbc.queryForObject("select entries from case_entry_carried", Integer.class))
                .isEqualTo(jdbc.queryForObject("select count(*) from case_entry", Integer.class))
                .isGreaterThan(8);
    }

    private static JsonNode items(Duban duban, String query) {
        return duban.as(OFFICE).get("/api/ledger?size=100&" + query).ok().body().path("items");
    }

    private void numbersGoOn(Duban duban) {
        assertThat(KeyOrder.drafted(duban).issued().number()).isEqualTo("2026年第（42）号");
        assertThat(KeyOrder.drafted(duban).issued().number()).isEqualTo("2026年第（43）号");

        Person district = duban.as("supervision-office.310104");
        Map<String, Object> paper = Papers.letter(
                "RECTIFICATION_ORDER", Papers.INSTITUTION, duban.today().plusDays(10));
        String order = district.drafts(paper);
        district.does(order, "userTask_draftOrder", Papers.checked(paper));
        duban.as("supervision-lead.310104").does(order, "userTask_issueOrder", Papers.signed());
        assertThat(district.order(order).path("number").asText()).isEqualTo("2026年第（8）号");

        assertThat(jdbc.queryForList(
                        "select symbol || number_year || '/' || before_register from document_series"
                                + " where issuer_unit = '310000' and number_year = 2025 and symbol <> '*'",
                        String.class))
                .as("the year before is over and stays what it was")
                .containsExactly("重点问题督办单2025/97");
    }
}
