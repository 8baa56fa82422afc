package io.duban.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duban.model.Fault;
import io.duban.model.Faults;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form asks only what is kept: of every form, a field or an option that nobody knows is named before the start. */
class KnownFieldsTest {

    private final KnownFields known = new KnownFields();

    private List<String> faults(JsonNode form) {
        Faults faults = new Faults();
        known.check(form, faults);
        return faults.all().stream().map(Fault::line).toList();
    }

    static Stream<JsonNode> forms() {
        return FormFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyShippedFieldAndOptionIsKnown(JsonNode form) {
        assertThat(faults(form)).isEmpty();
        assertThat(faults(new FormSchema(form).json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFieldWithoutAPlaceIsNamed(JsonNode file) {
        ObjectNode form = file.deepCopy();
        ((ArrayNode) form.path("components"))
                .addObject()
                .put("type", "textarea")
                .put("key", "wish")
                .put("label", "建议");
        assertThat(faults(form))
                .singleElement()
                .asString()
                .contains(
                        form.path("id").asText() + ".form › wish（建议）", "没有去处", "form-fields.txt", "has a place to go");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFieldInARowWithoutAPlaceIsNamed(JsonNode file) {
        for (JsonNode list : file.<JsonNode>deepCopy().findParents("isRepeating")) {
            ((ArrayNode) list.path("components"))
                    .addObject()
                    .put("type", "number")
                    .put("key", "wish");
            ObjectNode form = file.deepCopy();
            ((ArrayNode) form.path("components")).removeAll().add(list);
            assertThat(faults(form))
                    .singleElement()
                    .asString()
                    .contains(list.path("path").asText() + ".wish");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anOptionNobodyKnowsIsNamedInEveryList(JsonNode file) {
        JsonNode form = file.deepCopy();
        var lists = form.findValues("values");
        lists.forEach(list ->
                ((ArrayNode) list).addObject().put("value", "UNDETERMINED").put("label", "无法查实"));
        assertThat(faults(form))
                .hasSize(lists.size())
                .allSatisfy(fault -> assertThat(fault).contains("UNDETERMINED（无法查实）", "[option-known]", "请改用已有选项"));
    }

    @Test
    void aFormOfItsOwnHasNoPlaceAtAll() throws java.io.IOException {
        JsonNode form = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree("{\"id\":\"new\",\"components\":[{\"type\":\"checkbox\",\"key\":\"yes\",\"label\":\"是\"}]}");
        assertThat(faults(form)).singleElement().asString().startsWith("new.form › yes（是）：“yes” [field-known]");
    }
}
