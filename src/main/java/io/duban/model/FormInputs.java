package io.duban.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which components of a form take a value, those in groups included, and under which key. */
public final class FormInputs {

    static final Set<String> KINDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "dynamiclist");

    private FormInputs() {}

    public static List<JsonNode> of(Iterable<JsonNode> components) {
        List<JsonNode> inputs = new ArrayList<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if ("group".equals(type)) {
                inputs.addAll(of(component.path("components")));
            } else if (KINDS.contains(type)) {
                inputs.add(component);
            }
        }
        return inputs;
    }

    public static String keyOf(JsonNode input) {
        return "dynamiclist".equals(input.path("type").asText())
                ? input.path("path").asText()
                : input.path("key").asText();
    }
}
