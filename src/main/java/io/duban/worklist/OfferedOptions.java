package io.duban.worklist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Tasklist asks for no data when it shows a start form, so the lists a person may choose from are written into the form
 * itself: each {@code valuesKey} becomes the {@code values} it stands for.
 */
final class OfferedOptions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> AS_MAP = new TypeReference<>() {};

    private OfferedOptions() {}

    static Map<String, Object> in(FilledForm form) {
        JsonNode schema = JSON.valueToTree(form.schema()).deepCopy();
        offer(schema.path("components"), form.data());
        return asMap(schema);
    }

    static Map<String, Object> asMap(JsonNode form) {
        return JSON.convertValue(form, AS_MAP);
    }

    private static void offer(JsonNode components, Map<String, Object> data) {
        for (JsonNode component : components) {
            String list = component.path("valuesKey").asText("");
            if (component instanceof ObjectNode field && data.containsKey(list)) {
                field.set("values", JSON.valueToTree(data.get(list)));
                field.remove("valuesKey");
            }
            offer(component.path("components"), data);
        }
    }
}
