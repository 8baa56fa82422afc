package io.duban.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends every text that is typed into a form with a phrase of its own and remembers who typed which where. */
final class Phrases implements Duban.Habit {

    private final List<Phrase> all = new ArrayList<>();

    /** One text as it was typed. */
    record Phrase(String account, String form, String field, boolean vault, String words) {}

    List<Phrase> all() {
        return all;
    }

    @Override
    public Map<String, Object> typed(String account, JsonNode form, Map<String, Object> fields) {
        return typed(account, form.path("id").asText(), "", form.path("components"), fields);
    }

    private Map<String, Object> typed(
            String account, String form, String path, JsonNode components, Map<String, Object> fields) {
        Map<String, Object> typed = new LinkedHashMap<>(fields);
        for (JsonNode each : components) {
            String type = each.path("type").asText();
            String list = each.path("path").asText();
            String key = each.path("key").asText();
            if (type.equals("group")) {
                typed.putAll(typed(account, form, path, each.path("components"), typed));
            } else if (typed.get(list) instanceof List<?> rows) {
                typed.put(list, rows(account, form, path + list + ".", each.path("components"), rows));
            } else if (isText(each) && typed.get(key) instanceof String text && !text.isEmpty()) {
                typed.put(key, text + add(account, form, path + key, each));
            }
        }
        return typed;
    }

    private String add(String account, String form, String field, JsonNode input) {
        String words = "〔" + String.format("%04d", all.size() + 1) + "号话〕";
        boolean vault = "vault".equals(input.path("properties").path("secret").asText());
        all.add(new Phrase(account, form, field, vault, words));
        return words;
    }

    private static boolean isText(JsonNode input) {
        return List.of("textfield", "textarea").contains(input.path("type").asText())
                && !input.path("readonly").asBoolean();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String account, String form, String path, JsonNode row, List<?> rows) {
        return rows.stream()
                .map(each -> typed(account, form, path, row, (Map<String, Object>) each))
                .toList();
    }
}
