package io.duban.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills up every text of a form to the last character it takes. */
final class LongestTexts {

    private LongestTexts() {}

    static Map<String, Object> of(JsonNode components, Map<String, Object> fields) {
        Map<String, Object> longest = new LinkedHashMap<>(fields);
        for (JsonNode each : components) {
            if (each.path("type").asText().equals("group")) {
                longest.putAll(of(each.path("components"), longest));
            } else if (longest.get(each.path("path").asText()) instanceof List<?> rows) {
                longest.put(each.path("path").asText(), rows(each.path("components"), rows));
            } else if (longest.get(each.path("key").asText()) instanceof String text && isText(each)) {
                longest.put(each.path("key").asText(), filled(text, each.path("validate")));
            }
        }
        return longest;
    }

    private static boolean isText(JsonNode input) {
        return List.of("textfield", "textarea").contains(input.path("type").asText())
                && !input.path("readonly").asBoolean();
    }

    private static String filled(String text, JsonNode rule) {
        return text + "长".repeat(Math.max(0, rule.path("maxLength").asInt() - text.length()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(JsonNode components, List<?> rows) {
        return rows.stream()
                .map(row -> of(components, (Map<String, Object>) row))
                .toList();
    }
}
