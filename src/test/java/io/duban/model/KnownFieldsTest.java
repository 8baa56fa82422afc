package io.duban.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form asks only what is kept: a field or an option that nobody knows is named, at start and at deployment alike. */
class KnownFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> forms() {
        return ShippedModels.FILES.keySet().stream().filter(each -> each.endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyShippedFieldAndOptionIsKnown(String file) {
        assertThat(faults(file, form(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFieldWithoutAPlaceIsNamed(String file) {
        JsonNode form = form(file);
        ((ArrayNode) form.path("components"))
                .addObject()
                .put("type", "textarea")
                .put("key", "wish")
                .put("label", "建议");
        assertThat(faults(file, form)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo(Rule.FIELD_KEPT);
            assertThat(fault.line()).contains(file, "（建议）", "“wish”", "填写的内容会丢失", "a form asks only what is kept");
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFieldInARowWithoutAPlaceIsNamed(String file) {
        JsonNode form = form(file);
        List<JsonNode> lists = form.findParents("isRepeating");
        lists.forEach(list -> ((ArrayNode) list.path("components"))
                .addObject()
                .put("type", "number")
                .put("key", "wish"));
        assertThat(faults(file, form))
                .extracting(Fault::text)
                .containsExactlyElementsOf(lists.stream()
                        .map(list -> list.path("path").asText() + ".wish")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anOptionNobodyKnowsIsNamedInEveryList(String file) {
        JsonNode form = form(file);
        List<JsonNode> lists = form.findValues("values");
        lists.forEach(list ->
                ((ArrayNode) list).addObject().put("value", "UNDETERMINED").put("label", "无法查实"));
        assertThat(faults(file, form)).hasSize(lists.size()).allSatisfy(fault -> {
            assertThat(fault.rule()).isEqualTo(Rule.OPTION_KNOWN);
            assertThat(fault.text()).endsWith("=UNDETERMINED");
            assertThat(fault.allowed()).isNotEmpty();
        });
    }

    @Test
    void aFormOfItsOwnHasNoPlaceAtAll() {
        ObjectNode form = JSON.createObjectNode().put("id", "new").put("type", "default");
        form.withArray("components").addObject().put("type", "checkbox").put("key", "yes");
        assertThat(faults("new.form", form)).extracting(Fault::rule).containsExactly(Rule.FIELD_KEPT);
    }

    /** What takes a value and what only shows are two lists without a gap: another kind of component is refused. */
    @Test
    void aKindOfInputThatNobodyReadsIsRefused() {
        ObjectNode form = JSON.createObjectNode().put("id", "new").put("type", "default");
        form.withArray("components").addObject().put("type", "filepicker").put("key", "files");
        Faults faults = new Faults();
        new FormRules("new.form", faults).check(form);
        assertThat(faults.all()).extracting(Fault::text).containsExactly("type=filepicker");
    }

    private static List<Fault> faults(String file, JsonNode form) {
        return ModelSet.newForm(file, form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode form(String file) {
        try {
            return JSON.readTree(ShippedModels.FILES.get(file));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(file, unreadable);
        }
    }
}
