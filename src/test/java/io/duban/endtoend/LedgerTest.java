package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 工作台账 over HTTP: who sees which lines, figures that open what they count, and what may not be asked. */
class LedgerTest extends EndToEnd {

    private static final String CITY = "supervision-office.310000";
    private static final String DISTRICT = "inspector.310104";

    @Test
    void anOrderIsInTheLedgerFromItsIssueOn() {
        KeyOrder order = KeyOrder.drafted(duban).submitted();
        assertThat(rows(CITY, "kind=ORDER")).doesNotContain(order.id);

        order.signed();

        JsonNode row = row(CITY, "kind=ORDER", order.id);
        assertThat(row.path("state").asText()).isEqualTo("ISSUED");
        assertThat(row.path("number").asText()).isEqualTo(order.number());
        assertThat(row.path("district").asText()).isNotBlank();
        assertThat(row(CITY, "kind=PROBLEM&state=PENDING", order.id)
                        .path("category")
                        .asText())
                .isEqualTo("PREPAYMENT_SUPERVISION");
    }

    @Test
    void aLineFollowsItsOrderThroughItsWholeLife() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).rectifying(10, 20);
        assertThat(row(CITY, "kind=ORDER", order.id).path("due").asText())
                .isEqualTo(duban.today().plusDays(10).toString());
        assertThat(rows(CITY, "kind=PROBLEM&state=OPEN")).contains(order.id);

        duban.clockToMorningOf(duban.today().plusDays(12));
        assertThat(row(CITY, "kind=PROBLEM&overdue=D1_5", order.id)
                        .path("problem")
                        .asInt())
                .isEqualTo(1);
        assertThat(rows(CITY, "kind=ORDER&overdue=OVERDUE")).contains(order.id);

        order.done(1).done(2);
        assertThat(rows(CITY, "kind=PROBLEM&overdue=LATE")).contains(order.id);
        assertThat(rows(CITY, "kind=PROBLEM&state=DONE")).contains(order.id);
        assertThat(row(CITY, "kind=ORDER", order.id).path("state").asText()).isEqualTo("SIGNED_OFF");

        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        order.lookedBack(Papers.lookBack(2, 2));
        assertThat(row(CITY, "kind=PROBLEM&relapsed=true", order.id)
                        .path("problem")
                        .asInt())
                .isEqualTo(2);
        assertThat(row(CITY, "kind=PROBLEM&state=OPEN", order.id).path("round").asInt())
                .isEqualTo(2);
    }

    @Test
    void whatRestsOnAnOrderThatWasWithdrawnIsNoExistingProblem() {
        KeyOrder order = KeyOrder.drafted(duban).rectifying(10);
        String request = order.office
                .asksToEnd(order.id, "WITHDRAWAL", "DUPLICATE", Map.of())
                .is(201)
                .text("id");
        assertThat(request).isNotBlank();
        order.lead.does(order.id, "userTask_decideDiscontinuation", Papers.of("decision", "GRANT", "note", "同意撤销"));

        assertThat(rows(CITY, "kind=ORDER&state=ENDED")).contains(order.id);
        assertThat(rows(CITY, "kind=PROBLEM&state=ENDED")).contains(order.id);
        assertThat(rows(CITY, "kind=PROBLEM&state=EXISTING")).doesNotContain(order.id);
        agrees();
    }

    @Test
    void everyFigureIsWhatTheRowsSayAndOpensThem() {
        KeyOrder.drafted(duban).lookingBack().lookedBack(Papers.lookBack(1, 1));
        KeyOrder.drafted(duban).received();
        KeyOrder.drafted(duban, "310105", "310105T001", 3).reported().reviewed(Papers.unfounded(3));
        KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 3)
                .rectifying(5, 20, 60)
                .done(2);
        duban.clockToMorningOf(duban.today().plusDays(30));

        assertThat(agrees()).isGreaterThan(60);
        assertThat(new LedgerAgrees(as(DISTRICT), jdbc, each -> each.district().equals("310104")).inEveryFigure())
                .isGreaterThan(30);
    }

    private int agrees() {
        return new LedgerAgrees(as(CITY), jdbc, each -> true).inEveryFigure();
    }

    @Test
    void theLedgerShowsTheOrdersThatOrdersShow() {
        KeyOrder.drafted(duban).received();
        KeyOrder.drafted(duban, "310105", "310105T001", 1).issued();
        KeyOrder.drafted(duban).submitted();
        for (String account : List.of(CITY, DISTRICT, "government.310105", "supervision-office.310105")) {
            Set<String> orders = new TreeSet<>();
            int number = 0;
            JsonNode page;
            do {
                page = as(account)
                        .get("/api/orders?size=100&page=" + number++)
                        .ok()
                        .body();
                page.path("items").forEach(each -> {
                    if (each.hasNonNull("number")) {
                        orders.add(each.path("id").asText());
                    }
                });
            } while (page.path("hasMore").asBoolean());

            assertThat(new TreeSet<>(rows(account, "kind=ORDER"))).as(account).isEqualTo(orders);
        }
    }

    @Test
    void siblingsAndTheAccusedSeeNothing() {
        KeyOrder order = KeyOrder.drafted(duban).received();

        assertThat(rows("inspector.310105", "kind=ORDER")).doesNotContain(order.id);
        as("inspector.310105").get("/api/ledger?unit=310104").is(404);
        as("inspector.310105").get("/api/ledger/figures?unit=310104T001").is(404);
        as("inspector.310105").get("/api/ledger/export.csv?unit=310104").is(404);
        as("inspector.310105").get("/ledger/orders/" + order.id).is(404);
        as(DISTRICT).get("/ledger/orders/" + order.id).is(200);
        for (String path : List.of("/api/ledger", "/api/ledger/figures", "/api/ledger/export.xlsx", "/ledger")) {
            Answer accused = as("institution-head.310104T001").get(path).is(403);
            assertThat(accused.text("rule")).isEqualTo("ledger-reader");
            as("designer").get(path).is(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kind=WHATEVER, kind, option",
        "category=NO_SUCH&kind=PROBLEM, category, option",
        "category=KEY_CLASSES, category, category-of-problems",
        "state=ALLEGED, state, option",
        "overdue=YES, overdue, option",
        "instrument=LETTER, instrument, option",
        "unit=999999, unit, unknown-unit",
        "from=October, from, month",
        "from=2026-10&to=2026-09, to, period",
        "after=x, after, place",
        "size=101, size, page"
    })
    void whatCannotBeAskedIsRefusedByItsField(String query, String field, String rule) {
        as(CITY).get("/api/ledger?" + query).refused(422, field, rule);
    }

    @Test
    void nothingThatWasWrittenDownIsEverChanged() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String facts =
                "select seq, kind, state_before, state, term, term_status, due from ledger_entry where order_id = ?"
                        + " order by seq";
        List<Map<String, Object>> before = jdbc.queryForList(facts, order.id);
        rows(CITY, "kind=ORDER");

        order.handIn().report();
        rows(CITY, "kind=ORDER");

        List<Map<String, Object>> after = jdbc.queryForList(facts, order.id);
        assertThat(after).hasSizeGreaterThan(before.size());
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after)
                .extracting(each -> each.get("STATE_BEFORE") + ">" + each.get("STATE"))
                .contains("PENDING_ISSUE>ISSUED", "ISSUED>INVESTIGATING", "INVESTIGATING>UNDER_REVIEW");
    }

    @Test
    void aRefusedStepLeavesNoEntry() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        int before = entries(order.id);

        order.team
                .submit(order.team.task(order.id, "userTask_investigate"), Map.of())
                .is(422);

        assertThat(entries(order.id)).isEqualTo(before);
    }

    private int entries(String order) {
        return jdbc.queryForObject("select count(*) from ledger_entry where order_id = ?", Integer.class, order);
    }

    private List<String> rows(String account, String query) {
        return new LedgerAgrees(as(account), jdbc, each -> true)
                .lines(query).stream().map(each -> each.replaceAll("#.*", "")).toList();
    }

    private JsonNode row(String account, String query, String order) {
        return KeyOrder.stream(as(account)
                        .get("/api/ledger?size=100&" + query)
                        .ok()
                        .body()
                        .path("items"))
                .filter(each -> each.path("orderId").asText().equals(order))
                .findFirst()
                .orElseThrow();
    }
}
