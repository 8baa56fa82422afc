package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever may not know of a thing reads the same, byte for byte, at every door of ours that lists, counts or finds,
 * whether it exists or not: a draft of the level above, a lead it has not handed down, a lead that names the reader.
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
    private static final Set<String> LEFT_OUT = Set.of("/api/demo/clock", "/error", "/api/ledger/export.xlsx");

    private static final Pattern CHANGING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+08:00)"
            + "|name=\"_csrf\"[^>]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d\\d:\\d\\d(:\\d\\d)?");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Set<String> doors;

    @BeforeEach
    void everyDoorThatNamesNoCase() {
        doors = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("io.duban"))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.asHttpMethod().equals(HttpMethod.GET)))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(each -> !each.contains("{") && !LEFT_OUT.contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(doors).hasSizeGreaterThan(20).contains("/api/leads", "/api/orders", "/ledger", "/intake");
        doors.addAll(ASKED);
    }

    @Test
    void aDraftOfTheLevelAbove() {
        Map<String, String> before = read(DISTRICT);

        KeyOrder.drafted(duban);

        assertThat(differences(before, read(DISTRICT))).isEmpty();
    }

    /** The figures told day, category and accused unit of it. */
    @Test
    void aLeadThatTheCityHasNotHandedDown() {
        Map<String, String> before = read(DISTRICT);

        for (int number = 0; number < 6; number++) {
            lead("petition-office.310000", "310104T003", List.of());
        }

        assertThat(differences(before, read(DISTRICT))).isEmpty();
    }

    @Test
    void aLeadThatNamesTheReader() {
        List<String> named = List.of("supervision-lead.310104");
        List<String> others = List.of("petition-office.310104");
        Map<String, String> before = read(named);
        Map<String, String> known = read(others);

        for (int number = 0; number < 6; number++) {
            lead("petition-office.310104", "310104T003", named);
        }

        assertThat(differences(before, read(named))).isEmpty();
        assertThat(differences(known, read(others)))
                .as("whoever may know of them counts them")
                .anyMatch(each -> each.startsWith("petition-office.310104 /api/leads/analysis"));
    }

    private void lead(String office, String accused, List<String> named) {
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
    }

    private Map<String, String> read(List<String> accounts) {
        Uploads session = new Uploads(duban);
        Map<String, String> answers = new TreeMap<>();
        accounts.forEach(account -> doors.forEach(door -> {
            HttpResponse<byte[]> answer = session.take(account, door);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            answers.put(
                    account + " " + door,
                    answer.statusCode() + " " + CHANGING.matcher(body).replaceAll("…"));
        }));
        return answers;
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(each -> !one.get(each).equals(other.get(each)))
                .map(each -> each + "\n  without " + one.get(each) + "\n  with    " + other.get(each))
                .toList();
    }
}
