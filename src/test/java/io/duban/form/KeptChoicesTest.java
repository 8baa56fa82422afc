package io.duban.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import io.duban.model.FormInputs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A choice that is offered no longer is shown as one and refused, in every field of every form that offers a list. */
class KeptChoicesTest {

    private static final List<Map<String, String>> OFFERED = List.of(Map.of("value", "A", "label", "甲"));

    private record Choice(FormSchema form, String list, JsonNode input) {

        Map<String, Object> shown(Object chosen) {
            Map<String, Object> row = Map.of(FormInputs.keyOf(input), chosen);
            String options = input.path("valuesKey").asText();
            return list.isEmpty()
                    ? Map.of(FormInputs.keyOf(input), chosen, options, OFFERED)
                    : Map.of(list, List.of(row), options, OFFERED);
        }

        boolean several() {
            return List.of("checklist", "taglist").contains(input.path("type").asText());
        }

        @Override
        public String toString() {
            return form.id() + " " + list + " " + FormInputs.keyOf(input);
        }
    }

    static Stream<Choice> choices() {
        return FormFiles.all().stream()
                .map(FormSchema::new)
                .flatMap(form -> FormInputs.of(form.json().path("components")).stream()
                        .flatMap(each -> each.has("components")
                                ? FormInputs.of(each.path("components")).stream()
                                        .map(input -> new Choice(form, FormInputs.keyOf(each), input))
                                : Stream.of(new Choice(form, "", each)))
                        .filter(each -> each.input().has("valuesKey")));
    }

    @Test
    void theFormsHaveManySuchFields() {
        assertThat(choices()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void whatIsOfferedNoLongerIsShownAndRefused(Choice each) {
        Object gone = each.several() ? List.of("A", "GONE") : "GONE";
        String options = each.input().path("valuesKey").asText();

        assertThat(each.form().shown(each.shown(gone)).get(options).toString()).contains("GONE（已不在选项中，请重新选择）");
        assertThat(each.form()
                        .shown(each.shown(each.several() ? List.of("A") : "A"))
                        .get(options))
                .as("what is offered stands there once")
                .isEqualTo(OFFERED);
        assertThatThrownBy(() -> InputRule.checked("x", "甲", each.input(), gone, () -> each.shown(gone)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("option"));
    }
}
