package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.order.ReportedOften;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever may not know of a thing reads the same, byte for byte, at every door of ours, of the engine and of Cockpit that
 * lists, counts or finds, whether it exists or not: a draft of the level above, a lead it has not handed down, a lead that
 * names the reader. Whoever asks for it by its id is answered as if for an id that does not exist.
 */
class HiddenThingsTest extends EndToEnd {

    private static final List<String> DISTRICT = List.of(
            "supervision-office.310104",
            "supervision-lead.310104",
            "committee-director.310104",
            "petition-office.310104",
            "government.310104",
            "education-bureau.310104");

    /** What needs to be asked for something. */
    private static final List<String> ASKED = List.of(
            "/api/leads/analysis?unit=310104&from=2026-09-16&to=2026-09-30",
            "/api/leads/analysis?unit=310104&from=2026-09-01&to=2026-09-30",
            "/api/leads?size=100",
            "/api/leads?unit=310104T003",
            "/api/orders?size=100",
            "/ledger?view=all",
            "/intake?triaged=true");

    /** The clock tells the time and nothing of any case; the workbook is what the CSV beside it is, with the time inside. */
    private static final Set<String> LEFT_OUT =
            Set.of("GET /api/demo/clock", "GET /error", "GET /api/ledger/export.xlsx");

    private static final Pattern CHANGING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+08:00)"
            + "|name=\"_csrf\"[^>]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|L[0-9A-Z]{25}|\\d\\d:\\d\\d(:\\d\\d)?");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ReportedOften pressure;

    private Set<String> doors;
    private DoorWalk walk;

    @BeforeEach
    void everyDoor() {
        walk = new DoorWalk(duban, Set.of());
        doors = OpenDoors.once(OpenDoors.all(mappings));
        doors.removeAll(LEFT_OUT);
        assertThat(doors).contains("GET /api/leads", "GET /api/orders", "GET /ledger", "GET /intake");
        ASKED.forEach(each -> doors.add("GET " + each));
    }

    @Test
    void aDraftOfTheLevelAbove() {
        Map<String, String> before = read(DISTRICT);

        KeyOrder draft = KeyOrder.drafted(duban);

        assertThat(differences(before, read(DISTRICT))).isEmpty();
        assertAnsweredAsUnknown(DISTRICT, draft.id);
    }

    /** The figures told day, category and accused unit of it. */
    @Test
    void aLeadThatTheCityHasNotHandedDown() {
        Map<String, String> before = read(DISTRICT);

        String hidden = "";
        for (int number = 0; number < 6; number++) {
            hidden = lead("petition-office.310000", "310104T003", List.of());
        }

        assertThat(differences(before, read(DISTRICT))).isEmpty();
        assertAnsweredAsUnknown(DISTRICT, hidden);
    }

    @Test
    void aLeadThatNamesTheReader() {
        List<String> named = List.of("supervision-lead.310104");
        List<String> others = List.of("petition-office.310104");
        Map<String, String> before = read(named);
        Map<String, String> known = read(others);

        String hidden = "";
        for (int number = 0; number < 6; number++) {
            hidden = lead("petition-office.310104", "310104T003", named);
        }

        assertThat(differences(before, read(named))).isEmpty();
        assertAnsweredAsUnknown(named, hidden);
        assertThat(differences(known, read(others)))
                .as("whoever may know of them counts them")
                .anyMatch(each -> each.startsWith("petition-office.310104 GET /api/leads/analysis"));
    }

    /** The city is told of by its own leads that there are many; an order of the district rests on what the district knows. */
    @Test
    void leadsThatTheDistrictDoesNotKnowDoNotPressItsOrders() {
        LocalDate today = duban.today();
        for (int number = 0; number < 6; number++) {
            String ref = lead("petition-office.310000", "310101T002", List.of());
            jdbc.update(
                    "update lead set received_on = ?, conclusion = 'VALID', concluded_on = ? where lead_ref = ?",
                    today,
                    today.plusDays(1),
                    ref);
        }

        assertThat(pressure.reportCountHigh("310000", "310101T002", today)).isTrue();
        assertThat(pressure.reportCountHigh("310101", "310101T002", today)).isFalse();
    }

    private String lead(String office, String accused, List<String> named) {
        Person petition = as(office);
        String ref = petition.post(
                        "/api/leads",
                        Papers.of(
                                "channel", "PHONE",
                                "sourceLevel", "DISTRICT",
                                "receivedOn", "2026-09-28",
                                "unit", accused,
                                "category", "HIDDEN_VARIANT",
                                "named", false,
                                "text", "来电反映周末补课。"))
                .is(201)
                .text("leadRef");
        petition.post(
                        "/api/leads/" + ref + "/triage",
                        Papers.weighed(Papers.of(
                                "summary",
                                "反映周末违规补课",
                                "accusedUnit",
                                accused,
                                "category",
                                "HIDDEN_VARIANT",
                                "topic",
                                "TRAINING_INSTITUTION",
                                "inScope",
                                true,
                                "concrete",
                                true,
                                "namedPersons",
                                named)))
                .ok();
        return ref;
    }

    /** Everything that lists, counts or finds. */
    private Map<String, String> read(List<String> accounts) {
        return answers(accounts, doors.stream().filter(door -> !hasId(door)).toList(), Map.of());
    }

    /** Everything that is asked for by an id, once with those of what is hidden, once with such as do not exist. */
    private void assertAnsweredAsUnknown(List<String> accounts, String caseId) {
        Map<String, List<String>> hidden = new CaseIds(jdbc, List.of(caseId)).all();
        hidden.keySet().removeAll(List.of("filter", "process-definition"));
        hidden.values().removeIf(List::isEmpty);
        Map<String, List<String>> unknown = new TreeMap<>();
        hidden.forEach((segment, ids) ->
                unknown.put(segment, ids.stream().map(HiddenThingsTest::other).toList()));
        List<String> asked = doors.stream()
                .filter(HiddenThingsTest::hasId)
                .filter(door -> hidden.keySet().stream()
                        .anyMatch(each -> door.contains("/" + each + "/{") || door.contains("/" + each + "/*")))
                .toList();
        assertThat(asked).hasSizeGreaterThan(15);

        assertThat(differences(answers(accounts, asked, unknown), answers(accounts, asked, hidden)))
                .isEmpty();
    }

    private static boolean hasId(String door) {
        return door.contains("{") || door.contains("*");
    }

    private static String other(String id) {
        return id.startsWith("L") ? "L" + "0".repeat(id.length() - 1) : "00000000-0000-4000-8000-000000000000";
    }

    private Map<String, String> answers(List<String> accounts, List<String> asked, Map<String, List<String>> ids) {
        Map<String, String> answers = new ConcurrentHashMap<>();
        accounts.parallelStream()
                .forEach(account -> asked.forEach(door -> {
                    String method = door.substring(0, door.indexOf(' '));
                    String told = DoorWalk.filled(door.substring(method.length() + 1), ids)
                            .map(path ->
                                    walk.ask(account, method, path + (path.contains("?") ? "" : OpenDoors.page(path))))
                            .map(answer ->
                                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("\n"));
                    answers.put(account + " " + door, CHANGING.matcher(told).replaceAll("…"));
                }));
        return new TreeMap<>(answers);
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(each -> !one.get(each).equals(other.get(each)))
                .map(each -> each + "\n  without " + one.get(each) + "\n  with    " + other.get(each))
                .toList();
    }
}
