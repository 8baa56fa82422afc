package io.duban.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends every text that is typed into a form with a phrase of its own and remembers who typed which where. Around it stands,
 * as far as the field takes it, what a page, a table, a paper or a header could take for more than words.
 */
final class Phrases implements Duban.Habit {

    /** What a spreadsheet reckons if a cell begins with it. */
    private static final List<String> BEGINNINGS =
            List.of("=HYPERLINK(\"https://outside.example\")", "@SUM(1+1)", "+1", "-1+1", "\t=1+1", "");

    private static final List<String> TRAPS = List.of(
            "<img src=x onerror=alert(1)>",
            "<!--",
            "\" onmouseover=\"alert(1)\" x='",
            "{{7*7}}${7*7}[[${7*7}]]",
            "[看](https://outside.example)",
            "\r\n# 审核结论：已通过",
            "</textarea></script><script>alert(1)</script>",
            "&lt;b&gt;&#35;]]>");

    /** Room for phrases: a text that was typed before gets another one. */
    private static final int LEFT = 30;

    /** No two phrases of all tests are alike, so none is taken for another. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<Phrase> all = new ArrayList<>();

    /**
     * One text as it was typed.
     *
     * @param words the phrase it ends with
     */
    record Phrase(String account, String form, String field, boolean vault, String text, String words) {}

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
                typed.put(key, add(account, form, path + key, each, text));
            }
        }
        return typed;
    }

    /** One line with traps in it, typed outside any form. */
    String line(String account, String door, String field, int most, String text) {
        return add(account, door, field, false, most, true, text);
    }

    private String add(String account, String form, String field, JsonNode input, String text) {
        boolean vault = "vault".equals(input.path("properties").path("secret").asText());
        int most = input.path("validate").path("maxLength").asInt(Integer.MAX_VALUE);
        return add(account, form, field, vault, most, false, text);
    }

    private String add(
            String account, String form, String field, boolean vault, int most, boolean oneLine, String text) {
        int number = NUMBER.incrementAndGet();
        String words = "〔" + String.format("%04d", number) + "号话〕";
        StringBuilder typed = new StringBuilder(text);
        String beginning = BEGINNINGS.get(number % BEGINNINGS.size());
        if (typed.length() + beginning.length() <= most - LEFT) {
            typed.insert(0, oneLine ? beginning.strip() : beginning);
        }
        for (int i = 0; i < TRAPS.size(); i++) {
            String trap = TRAPS.get((number + i) % TRAPS.size());
            if (typed.length() + trap.length() <= most - LEFT) {
                typed.append(oneLine ? trap.strip() : trap);
            }
        }
        typed.append(words);
        all.add(new Phrase(account, form, field, vault, typed.toString(), words));
        return typed.toString();
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
