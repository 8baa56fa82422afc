package io.duban.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Missing is never "no": of every form, each box and each required field left out is refused by its name. */
class LeftOutTest {

    private static final String OPTION = "A";

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryForm() {
        return FormFiles.all().stream().flatMap(file -> {
            FormSchema form = new FormSchema(file);
            Map<String, Object> whole = filled(file.path("components"));
            form.check(whole, shown(file));
            return asked("", file.path("components")).stream()
                    .map(field -> DynamicTest.dynamicTest(
                            form.id() + " without " + field,
                            () -> assertThatThrownBy(() -> form.check(without(whole, field), shown(file)))
                                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                                        assertThat(refusal.field()).isEqualTo(field);
                                        assertThat(refusal.rule()).isEqualTo("required");
                                    })));
        });
    }

    @Test
    void ofTwoOptionsAThirdIsNeither() {
        assertThat(Fields.of(Map.of("decision", "ISSUE")).either("decision", "ISSUE", "RETURN"))
                .isTrue();
        assertThat(Fields.of(Map.of("decision", "RETURN")).either("decision", "ISSUE", "RETURN"))
                .isFalse();
        assertRefused(
                Map.of("decision", "UNDETERMINED"), fields -> fields.either("decision", "ISSUE", "RETURN"), "option");
        assertRefused(Map.of("decision", "issue"), fields -> fields.either("decision", "ISSUE", "RETURN"), "option");
        assertRefused(Map.of(), fields -> fields.either("decision", "ISSUE", "RETURN"), "required");
    }

    @Test
    void aWordThatIsInNoListIsRefusedAndNoFaultOfTheSystem() {
        assertThat(Fields.of(Map.of("decision", "HIGH")).option("decision", Weight.class))
                .isEqualTo(Weight.HIGH);
        assertRefused(Map.of("decision", "NONE"), fields -> fields.option("decision", Weight.class), "option");
        assertRefused(
                Map.of("decision", List.of("HIGH", "?")), fields -> fields.options("decision", Weight.class), "option");
        assertRefused(Map.of("decision", "HIGH"), fields -> fields.options("decision", Weight.class), "options");
        assertRefused(Map.of("decision", List.of("row")), fields -> fields.rows("decision"), "row");
    }

    @Test
    void aBoxThatIsNotThereIsNotANo() {
        Map<String, Object> empty = new HashMap<>();
        empty.put("decision", null);
        assertRefused(empty, fields -> fields.yesNo("decision"), "required");
        assertRefused(Map.of(), fields -> fields.yesNo("decision"), "required");
        assertRefused(Map.of("decision", "no"), fields -> fields.yesNo("decision"), "yes-no");
    }

    private enum Weight {
        HIGH,
        LOW
    }

    private interface Reading {
        void from(Fields fields);
    }

    private static void assertRefused(Map<String, Object> typed, Reading reading, String rule) {
        assertThatThrownBy(() -> reading.from(Fields.of(typed))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).startsWith("decision");
            assertThat(refusal.rule()).isEqualTo(rule);
        });
    }

    /** What has to be answered, rows as {@code list[0].field}. */
    private static List<String> asked(String path, JsonNode components) {
        List<String> asked = new ArrayList<>();
        for (JsonNode input : FormInputs.of(components)) {
            String name = path + FormInputs.keyOf(input);
            boolean always = !input.path("conditional").has("hide")
                    && !input.path("readonly").asBoolean();
            if (always
                    && ("checkbox".equals(input.path("type").asText())
                            || input.path("validate").path("required").asBoolean())) {
                asked.add(name);
            }
            asked.addAll(asked(name + "[0].", input.path("components")));
        }
        return asked;
    }

    private static Map<String, Object> filled(JsonNode components) {
        Map<String, Object> fields = new LinkedHashMap<>();
        FormInputs.of(components).stream()
                .filter(input -> !input.path("readonly").asBoolean())
                .forEach(input -> fields.put(FormInputs.keyOf(input), value(input)));
        return fields;
    }

    private static Object value(JsonNode input) {
        String option = input.path("values").path(0).path("value").asText(OPTION);
        return switch (input.path("type").asText()) {
            case "checkbox" -> false;
            case "radio", "select" -> option;
            case "checklist", "taglist" -> List.of(option);
            case "datetime" -> "2026-12-01";
            case "number" -> input.path("validate").path("min").asInt(1);
            case "dynamiclist" -> List.of(filled(input.path("components")));
            default ->
                "字".repeat(Math.max(4, input.path("validate").path("minLength").asInt()));
        };
    }

    /** The options of every list that is filled from data. */
    private static Map<String, Object> shown(JsonNode form) {
        Map<String, Object> shown = new HashMap<>();
        form.findValuesAsText("valuesKey")
                .forEach(key -> shown.put(key, List.of(Map.of("value", OPTION, "label", "甲"))));
        return shown;
    }

    private static Map<String, Object> without(Map<String, Object> whole, String field) {
        Map<String, Object> left = new LinkedHashMap<>(whole);
        int row = field.indexOf("[0].");
        if (row < 0) {
            left.remove(field);
        } else {
            List<?> rows = (List<?>) whole.get(field.substring(0, row));
            @SuppressWarnings("unchecked")
            Map<String, Object> fields = new LinkedHashMap<>((Map<String, Object>) rows.get(0));
            fields.remove(field.substring(row + 4));
            left.put(field.substring(0, row), List.of(fields));
        }
        return left;
    }
}
