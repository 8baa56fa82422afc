package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 附件5 follows the cases as they go, for the school, its district and the city, and opens what it counts. */
class AnnexFiveTest extends EndToEnd {

    private static final String DISTRICT = "310120";
    private static final String PRIMARY = "310120S001";
    private static final String NINE_YEAR = "310120S003";
    private static final String PERIOD = "&from=2026-01-01&to=2026-12-31";

    private static String path(String unit) {
        return "/api/returns/annex-5?unit=" + unit + PERIOD;
    }

    private Person head(String school) {
        return as("school-head." + school);
    }

    private Person district() {
        return as("supervision-office." + DISTRICT);
    }

    private Person city() {
        return as("supervision-office.310000");
    }

    @Test
    void problemsOfAPrimarySchoolCountForItItsDistrictAndTheCity() {
        List<Integer> before = problems(city(), "310000", "total");
        List<Integer> districtBefore = problems(district(), DISTRICT, "primary");
        List<Integer> schoolBefore = problems(head(PRIMARY), PRIMARY, "total");

        KeyOrder order = KeyOrder.drafted(duban, DISTRICT, PRIMARY, 2).rectifying(20, 20);
        assertThat(grown(districtBefore, problems(district(), DISTRICT, "primary")))
                .endsWith(2, 0, 2);
        order.done(1);
        assertThat(grown(schoolBefore, problems(head(PRIMARY), PRIMARY, "total")))
                .endsWith(2, 1, 1);
        assertThat(grown(before, problems(city(), "310000", "total"))).endsWith(2, 1, 1);
        order.done(2);

        assertThat(grown(districtBefore, problems(district(), DISTRICT, "primary")))
                .endsWith(2, 2, 0);
        assertThat(figure(city(), "310000", "orders", "districtOffice"))
                .as("the city's order is none of a district's office")
                .isLessThan(figure(city(), "310000", "orders", "total"));
    }

    @Test
    void whatRelapsesLaterDoesNotChangeThePeriodBefore() {
        LocalDate start = duban.today();
        KeyOrder order = KeyOrder.drafted(duban, DISTRICT, PRIMARY, 2).rectifying(20, 20);
        LocalDate handedOver = duban.today();
        order.done(1).done(2);
        String past = "&from=" + start + "&to=" + duban.today();
        List<Integer> atItsEnd = problems(district(), DISTRICT, "total", past);
        assertThat(atItsEnd.get(1)).isGreaterThanOrEqualTo(2);

        duban.clockToMorningOf(order.due("LOOK_BACK").plusDays(1));
        order.lookedBack(Papers.lookBack(2, 2));
        String until = "&from=" + start + "&to=" + duban.today();

        assertThat(problems(district(), DISTRICT, "total", past)).isEqualTo(atItsEnd);
        assertThat(problems(district(), DISTRICT, "total", until))
                .as("in a period that ends after it, it is open")
                .isEqualTo(List.of(atItsEnd.get(0), atItsEnd.get(1) - 1, atItsEnd.get(2) + 1));
        assertThat(rowsOf(order, past))
                .as("as it was then, beside what it is now")
                .hasSize(2);
        assertThat(rowsOf(order, past))
                .allMatch(row -> row.get(3).asText().equals("已完成整改")
                        && row.get(4).asText().equals(handedOver.toString()));
        assertThat(rowsOf(order, until))
                .extracting(row -> row.get(3).asText() + row.get(5).asText())
                .containsExactlyInAnyOrder("已完成整改已销号", "正在整改整改中");
    }

    @Test
    void aProblemIsCountedInThePeriodInWhichItWasHandedOver() {
        LocalDate start = duban.today();
        KeyOrder order = KeyOrder.drafted(duban, DISTRICT, PRIMARY, 1).issued();
        String past = "&from=" + start + "&to=" + start;
        List<Integer> atItsEnd = problems(district(), DISTRICT, "total", past);

        duban.clockToMorningOf(start.plusDays(2));
        order.receipt().handIn().report().reviewed(Papers.review(duban.today().plusDays(20)));

        assertThat(problems(district(), DISTRICT, "total", past)).isEqualTo(atItsEnd);
        assertThat(rowsOf(order, past)).isEmpty();
        assertThat(rowsOf(order, "&from=" + start.plusDays(2) + "&to=" + start.plusDays(2)))
                .hasSize(1);
    }

    private List<JsonNode> rowsOf(KeyOrder order, String period) {
        return KeyOrder.stream(
                        city().get("/api/returns/annex-5/rows?size=100&figure=problems.total&unit=" + DISTRICT + period)
                                .ok()
                                .body()
                                .path("rows"))
                .filter(row -> row.get(7).asText().equals(order.number()))
                .toList();
    }

    @Test
    void aSchoolSeesItsProblemButNotTheOrderItMayNotKnowOf() {
        KeyOrder order = KeyOrder.drafted(duban, DISTRICT, PRIMARY, 1).rectifying(20);

        JsonNode seen = rows(head(PRIMARY), PRIMARY, "problems.total");
        assertThat(seen.path("rows").toString()).doesNotContain(order.number());
        assertThat(rows(district(), DISTRICT, "problems.total").path("rows").toString())
                .contains(order.number());
        assertThat(figure(head(PRIMARY), PRIMARY, "orders", "total"))
                .as("an order to the government is not the school's to know")
                .isZero();
    }

    @Test
    void everyFigureHasAsManyRowsAsItSays() {
        KeyOrder.drafted(duban, DISTRICT, PRIMARY, 2).rectifying(20, 20).done(1);
        put(district(), path(DISTRICT), filled(version(district(), DISTRICT))).ok();

        for (String unit : List.of(PRIMARY, DISTRICT, "310000")) {
            JsonNode figures = city().get(path(unit)).ok().body().path("figures");
            figures.fields()
                    .forEachRemaining(row -> row.getValue().fields().forEachRemaining(cell -> {
                        String name = row.getKey() + "." + cell.getKey();
                        List<JsonNode> all = allRows(city(), unit, name);
                        boolean typed = List.of("institutions", "inspectors", "visited", "notices", "experiences")
                                        .contains(row.getKey())
                                || row.getKey().endsWith("Institutions");
                        int counted = typed
                                ? all.stream()
                                        .mapToInt(each ->
                                                Integer.parseInt(each.get(1).asText()))
                                        .sum()
                                : all.size();
                        assertThat(counted)
                                .as(unit + " " + name)
                                .isEqualTo(cell.getValue().asInt());
                    }));
        }
    }

    @Test
    void problemsOfASchoolOfBothStagesArePlacedOneByOne() {
        KeyOrder order = KeyOrder.drafted(duban, DISTRICT, NINE_YEAR, 2).rectifying(20, 20);
        JsonNode before = head(NINE_YEAR).get(path(NINE_YEAR)).ok().body();
        assertThat(before.path("checks").toString()).contains("problems-sum");
        for (String above : List.of(DISTRICT, "310000")) {
            assertThat(city().get(path(above)).ok().body().path("checks").toString())
                    .as("whose return it is that does not add up")
                    .contains("problems-sum", before.path("unitName").asText() + " 2 个");
        }
        Map<String, Object> body = filled(version(head(NINE_YEAR), NINE_YEAR));

        Answer refused = put(head(NINE_YEAR), path(NINE_YEAR), body);
        refused.is(422);
        assertThat(refused.body().path("field").asText()).isEqualTo("stages");
        assertThat(head(NINE_YEAR).get(path(NINE_YEAR)).body().path("version").asInt())
                .isZero();

        List<Map<String, Object>> stages = new ArrayList<>();
        before.path("withoutStage")
                .forEach(each -> stages.add(Papers.of(
                        "problem", each.path("problem").asText(), "stage", stages.isEmpty() ? "PRIMARY" : "JUNIOR")));
        JsonNode after = put(head(NINE_YEAR), path(NINE_YEAR), Papers.with(body, "stages", stages))
                .ok()
                .body();

        JsonNode problems = after.path("figures").path("problems");
        assertThat(problems.path("total").asInt())
                .isEqualTo(problems.path("primary").asInt()
                        + problems.path("junior").asInt());
        assertThat(problems.path("primary").asInt()).isEqualTo(1);
        assertThat(after.path("checks").toString()).doesNotContain("problems-sum");
        order.done(1);
        JsonNode done = district().get(path(NINE_YEAR)).ok().body().path("figures");
        assertThat(done.path("completedProblems").path("total").asInt()).isEqualTo(1);
        assertThat(done.path("completedSchools").path("primary").asInt())
                .as("a school is complete only when all its problems are")
                .isZero();
    }

    @Test
    void aMainProblemLeftEmptyStaysEmptyWhateverIsCountedLater() {
        KeyOrder.drafted(duban, DISTRICT, PRIMARY, 1).rectifying(20);
        String query = "?unit=" + DISTRICT + "&from=" + duban.today().minusDays(3) + "&to=" + duban.today();
        String path = "/api/returns/annex-5" + query;
        Visitor person = new Visitor(duban).signedIn("supervision-office." + DISTRICT);
        String proposed = mainProblems(path).get(0);
        assertThat(proposed).as("as long as nobody has filed").endsWith("个）");
        assertThat(person.get("/returns/annex-5" + query).body())
                .as("the form begins with what the table shows")
                .contains("value=\"" + proposed + "\"");

        put(district(), path, Papers.with(Papers.without(filled(0), "mainProblem1"), "mainProblem2", "作业公示不及时"))
                .ok();
        assertThat(mainProblems(path)).containsExactly("", "作业公示不及时", "");
        KeyOrder.drafted(duban, DISTRICT, PRIMARY, 2).rectifying(20, 20);

        assertThat(mainProblems(path)).containsExactly("", "作业公示不及时", "");
        assertThat(person.get("/returns/annex-5" + query).body())
                .contains("value=\"作业公示不及时\"")
                .doesNotContain("value=\"" + proposed + "\"");
    }

    private List<String> mainProblems(String path) {
        List<String> shown = new ArrayList<>();
        district().get(path).ok().body().path("mainProblems").forEach(each -> shown.add(each.asText()));
        return shown;
    }

    @Test
    void whatCannotBeRightIsRefusedAndChangesNothing() {
        int version = version(district(), DISTRICT);
        Map<String, Object> good = filled(version);

        refuse(Papers.with(good, "institutions", 9), "institutions", "institutions-sum", "INV-04");
        refuse(Papers.with(good, "inspectorsTotal", 9), "inspectorsReason", "reason-required", "F15");
        refuse(Papers.with(good, "visitedTotal", 1), "visitedReason", "reason-required", "F15");
        refuse(Papers.with(good, "noticesPrimary", -1), "noticesPrimary", "count-range", "附件5");
        refuse(Papers.with(good, "noticesPrimary", "1.5"), "noticesPrimary", "number", "表单");
        refuse(Papers.without(good, "filler"), "filler", "required", "表单");
        refuse(Papers.with(good, "phone", "=cmd|' /C calc'!A0"), "phone", "phone", "B55");
        refuse(Papers.with(good, "mainProblem1", "第一行\n第二行"), "mainProblem1", "one-line", "附件5");
        refuse(
                Papers.with(good, "stages", List.of(Papers.of("problem", "nobody's", "stage", "PRIMARY"))),
                "stages[0].problem",
                "unknown-problem",
                "F15");
        assertThat(version(district(), DISTRICT)).isEqualTo(version);

        JsonNode kept = put(
                        district(),
                        path(DISTRICT),
                        Papers.with(good, "inspectorsTotal", 9, "inspectorsReason", "另有机关督学"))
                .ok()
                .body();
        assertThat(kept.path("checks").toString()).contains("columns-fit", "另有机关督学");
        put(district(), path(DISTRICT), good).is(409);
    }

    @Test
    void aDistrictShowsTheSumOfItsSchoolsAndWhoHasNotFilledIn() {
        String quiet = "310118";
        Person office = as("supervision-office." + quiet);
        for (String unit : List.of("310118S001", "310118S002")) {
            put(head(unit), path(unit), filled(version(head(unit), unit))).ok();
        }
        put(office, path(quiet), filled(version(office, quiet))).ok();

        JsonNode seen = office.get(path(quiet)).ok().body();
        assertThat(seen.path("figures").path("inspectors").path("total").asInt())
                .isEqualTo(3 * 3);
        assertThat(seen.path("notFilled").toString()).isEqualTo("[\"310118S003\"]");
        JsonNode city = city().get(path("310000")).ok().body();
        assertThat(KeyOrder.stream(city.path("subordinates"))
                        .filter(each -> quiet.equals(each.path("unit").asText()))
                        .findFirst()
                        .orElseThrow()
                        .path("belowFilled")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void nobodySeesAnothersReturnAndOnlyTheUnitFillsItsOwn() {
        head(PRIMARY).get(path(NINE_YEAR)).is(404);
        head(PRIMARY).get(path(DISTRICT)).is(404);
        as("supervision-office.310104").get(path(DISTRICT)).is(404);
        as("institution-head.310120T001").get(path("310120T001")).is(404);
        district().get(path("310120T001")).is(404);
        district().get(path("999999")).is(404);
        district()
                .get("/api/returns/annex-5/rows?figure=orders.total&unit=310104" + PERIOD)
                .is(404);
        district().get("/api/returns/annex-5.xlsx?unit=310104" + PERIOD).is(404);

        put(city(), path(DISTRICT), filled(0)).is(403);
        put(as("inspector." + DISTRICT), path(DISTRICT), filled(0)).is(403);
        put(district(), path(PRIMARY), filled(0)).is(403);
    }

    @Test
    void periodsAndFiguresThatDoNotExistAreRefused() {
        Answer period = district().get("/api/returns/annex-5?unit=" + DISTRICT + "&from=2026-02-01&to=2026-01-01");
        period.is(422);
        assertThat(period.body().path("rule").asText()).isEqualTo("period");
        Answer figure = district().get("/api/returns/annex-5/rows?figure=orders.primary&unit=" + DISTRICT + PERIOD);
        figure.is(422);
        assertThat(figure.body().path("rule").asText()).isEqualTo("unknown-figure");
    }

    private static Answer put(Person person, String path, Object body) {
        return person.duban().call(person.account(), "PUT", path, body);
    }

    private void refuse(Map<String, Object> body, String field, String rule, String basis) {
        Answer answer = put(district(), path(DISTRICT), body);
        answer.is(422);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
        assertThat(answer.body().path("rule").asText()).isEqualTo(rule);
        assertThat(answer.body().path("basis").asText()).isEqualTo(basis);
        assertThat(answer.body().path("detail").asText()).isNotBlank();
    }

    static Map<String, Object> filled(int version) {
        return Papers.of(
                "filler", "（演示）填报员",
                "phone", "021-00000000",
                "institutions", 5,
                "subjectInstitutions", 2,
                "otherInstitutions", 3,
                "inspectorsTotal", 3,
                "inspectorsPrimary", 2,
                "inspectorsJunior", 2,
                "visitedTotal", 4,
                "visitedPrimary", 3,
                "visitedJunior", 2,
                "noticesTotal", 2,
                "noticesPrimary", 1,
                "noticesJunior", 1,
                "experiences", 1,
                "mainProblem1", "作业公示不及时",
                "version", version);
    }

    private static int version(Person person, String unit) {
        return person.get(path(unit)).ok().body().path("version").asInt();
    }

    private static int figure(Person person, String unit, String figure, String column) {
        return person.get(path(unit))
                .ok()
                .body()
                .path("figures")
                .path(figure)
                .path(column)
                .asInt();
    }

    private static List<Integer> problems(Person person, String unit, String column) {
        return problems(person, unit, column, PERIOD);
    }

    private static List<Integer> problems(Person person, String unit, String column, String period) {
        JsonNode figures = person.get("/api/returns/annex-5?unit=" + unit + period)
                .ok()
                .body()
                .path("figures");
        return List.of("problems", "completedProblems", "openProblems").stream()
                .map(each -> figures.path(each).path(column).asInt())
                .toList();
    }

    private static List<Integer> grown(List<Integer> before, List<Integer> after) {
        return List.of(after.get(0) - before.get(0), after.get(1) - before.get(1), after.get(2) - before.get(2));
    }

    private static JsonNode rows(Person person, String unit, String figure) {
        return person.get("/api/returns/annex-5/rows?size=100&figure=" + figure + "&unit=" + unit + PERIOD)
                .ok()
                .body();
    }

    private static List<JsonNode> allRows(Person person, String unit, String figure) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            JsonNode rows = person.get("/api/returns/annex-5/rows?size=3&page=" + page + "&figure=" + figure + "&unit="
                            + unit + PERIOD)
                    .ok()
                    .body();
            rows.path("rows").forEach(all::add);
            if (!rows.path("hasMore").asBoolean()) {
                return all;
            }
        }
    }
}
