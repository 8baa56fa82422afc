package io.duban.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Decisions;
import io.duban.form.FormBinding;
import io.duban.form.Situation;
import io.duban.interview.LadderRooms;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form files of the two rooms: their heads, their ids, and that what they show is what the desks answer. */
class LadderFormFilesTest {

    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern READABLE = Pattern.compile("(text|field|group|list)_[a-zA-Z]+(_[a-zA-Z]+)?");
    private static LadderRooms rooms;

    @BeforeAll
    static void open() {
        rooms = LadderRooms.open();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @Test
    void everyDeskHasAFileWithItsOwnIdForThisPlatform() {
        assertThat(rooms.bindings()).hasSize(13).allSatisfy(binding -> {
            var json = LadderRooms.schema(binding.form()).json();
            assertThat(json.path("id").asText()).isEqualTo(binding.form());
            assertThat(json.path("schemaVersion").asInt()).isEqualTo(16);
            assertThat(json.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
            assertThat(json.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
            assertThat(binding.form()).isEqualTo(kebab(binding.key().substring("userTask_".length())));
        });
    }

    @Test
    void everyComponentHasAReadableIdOfItsOwnAndAChineseLabel() {
        assertThat(rooms.bindings()).allSatisfy(binding -> {
            Set<String> ids = new HashSet<>();
            eachComponent(binding, component -> {
                var id = component.path("id").asText();
                assertThat(id).matches(READABLE);
                assertThat(ids.add(id))
                        .as(binding.form() + " has " + id + " once")
                        .isTrue();
                if (!"text".equals(component.path("type").asText())) {
                    assertThat(component.path("label").asText()).as(id).matches("(?s).*\\p{IsHan}.*");
                }
            });
        });
    }

    @Test
    void theColumnsOfARowNeverExceedTheGrid() {
        assertThat(rooms.bindings()).allSatisfy(binding -> {
            Map<String, Integer> widths = new LinkedHashMap<>();
            eachComponent(
                    binding,
                    component -> widths.merge(
                            component.path("layout").path("row").asText(),
                            component.path("layout").path("columns").asInt(16),
                            Integer::sum));
            assertThat(widths)
                    .allSatisfy((row, width) -> assertThat(width).as(row).isLessThanOrEqualTo(16));
        });
    }

    @Test
    void everyShownVariableAndOptionListIsInTheDataOfTheDesk() throws Exception {
        var shown = new LinkedHashMap<String, Map<String, Object>>();
        rooms.bindings().stream()
                .filter(binding -> binding.key().contains("Interview")
                        || "userTask_reportToPartyAndGovernment".equals(binding.key()))
                .forEach(binding -> shown.put(binding.key(), view(binding, interviewAtItsEnd())));
        var accountability = new AccountabilityCase(rooms).decided();
        rooms.get(AccountabilityDecisions.class).number(accountability.id);
        rooms.get(AccountabilityDecisions.class)
                .issue(
                        accountability.id,
                        new DecisionDelivery(LadderRooms.TODAY, NotificationWay.IN_PERSON, "黄浦区人民政府"),
                        "office");
        rooms.bindings().stream()
                .filter(binding -> !shown.containsKey(binding.key()))
                .forEach(binding -> shown.put(binding.key(), view(binding, accountability.id)));

        assertThat(rooms.bindings())
                .allSatisfy(binding -> eachComponent(binding, component -> {
                    var data = shown.getOrDefault(binding.key(), Map.of());
                    var matcher = SHOWN.matcher(component.path("text").asText());
                    while (matcher.find()) {
                        assertThat(data).as(binding.form()).containsKey(matcher.group(1));
                    }
                    if (component.has("valuesKey")) {
                        assertThat(data)
                                .as(binding.form())
                                .containsKey(component.path("valuesKey").asText());
                    }
                }));
    }

    @Test
    void whatTheTableSuggestsIsAFormOfAccountabilityThatMayBeChosenForTheSubject() throws Exception {
        var decisions = rooms.get(Decisions.class);
        for (var kind : SubjectKind.values()) {
            for (var severity : Severity.values()) {
                var suggested = decisions.ask(
                        "case",
                        "suggestAccountability",
                        Map.of(
                                "subjectType", kind.decisionInput(),
                                "severity", severity.name(),
                                "aggravated", false));
                assertThat(suggested).as(kind + " " + severity).isNotEmpty().allSatisfy(rule -> {
                    var sanction = Sanction.valueOf(String.valueOf(rule.get("form")));
                    assertThat(sanction.appliesTo(kind))
                            .as(sanction + " for " + kind)
                            .isTrue();
                    assertThat(String.valueOf(rule.get("label"))).startsWith(sanction.label());
                });
            }
        }
    }

    private static Map<String, Object> view(FormBinding binding, String caseId) {
        return binding.view().apply(new Situation(binding.key(), caseId, null, "anyone"));
    }

    private static String interviewAtItsEnd() {
        return io.duban.interview.FollowedInterview.in(rooms);
    }

    private static void eachComponent(FormBinding binding, Consumer<JsonNode> look) {
        walk(LadderRooms.schema(binding.form()).json().path("components"), look);
    }

    private static void walk(JsonNode components, Consumer<JsonNode> look) {
        for (var component : components) {
            look.accept(component);
            walk(component.path("components"), look);
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
