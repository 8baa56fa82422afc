package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.model.FormInputs;
import java.util.HashMap;
import java.util.Map;

/** What people call the fields of a form, so that a refusal speaks of “责任人” and not of {@code responsible}. */
record Labels(Map<String, String> names, Map<String, Labels> rows) {

    static final Labels NONE = of(Map.of());

    static Labels of(Map<String, String> names) {
        return new Labels(names, Map.of());
    }

    static Labels of(JsonNode components) {
        Map<String, String> names = new HashMap<>();
        Map<String, Labels> rows = new HashMap<>();
        for (JsonNode input : FormInputs.of(components)) {
            String key = FormInputs.keyOf(input);
            if (input.hasNonNull("label")) {
                names.put(key, input.path("label").asText());
            }
            if (input.has("components")) {
                rows.put(key, of(input.path("components")));
            }
        }
        return new Labels(names, rows);
    }

    Labels ofRows(String key) {
        return rows.getOrDefault(key, NONE);
    }
}
