package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a person typed into a form, as it is kept: the fields the form declares without those that go into the reporter
 * vault alone ({@code secret: vault}), and what the chosen options were called where the form itself does not say so.
 *
 * @param fields by key the value; a list as its rows, each with the words that name it
 * @param options by key of a field (in a list: {@code list.field}) the labels of the chosen options
 */
public record TypedContent(Map<String, Object> fields, Map<String, Map<String, String>> options) {

    private static final Set<String> NAMED_BY = Set.of("textfield");

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /**
     * What is kept of a submission.
     *
     * @param shown the data the form showed; asked only if an option was chosen from it or a row is named by it
     */
    public static TypedContent of(FormSchema form, Fields typed, Supplier<Map<String, Object>> shown) {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        Map<String, Object> fields = kept("", form.json().path("components"), typed.values(), shown, options);
        return new TypedContent(fields, options);
    }

    private static Map<String, Object> kept(
            String path,
            JsonNode components,
            Map<String, Object> typed,
            Supplier<Map<String, Object>> shown,
            Map<String, Map<String, String>> options) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (JsonNode input : FormInputs.of(components)) {
            String key = FormInputs.keyOf(input);
            Object value = typed.get(key);
            if (value == null
                    || "vault".equals(input.path("properties").path("secret").asText())) {
                continue;
            }
            if (value instanceof List<?> rows && input.has("components")) {
                kept.put(key, rows(key, input, rows, shown, options));
            } else {
                kept.put(key, value);
                name(path + key, input, value, shown, options);
            }
        }
        return kept;
    }

    private static List<Map<String, Object>> rows(
            String key,
            JsonNode list,
            List<?> typed,
            Supplier<Map<String, Object>> shown,
            Map<String, Map<String, String>> options) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object each : typed) {
            if (each instanceof Map<?, ?> row) {
                Map<String, Object> named = new LinkedHashMap<>();
                row.forEach((name, value) -> named.put(String.valueOf(name), value));
                Map<String, Object> whole = withNames(key, list, named, shown);
                rows.add(kept(key + ".", list.path("components"), whole, shown, options));
            }
        }
        return rows;
    }

    /** A row of something that is there already is named by what the form showed in it, e.g. whose statement this is. */
    private static Map<String, Object> withNames(
            String key, JsonNode list, Map<String, Object> row, Supplier<Map<String, Object>> shown) {
        List<String> names = FormInputs.of(list.path("components")).stream()
                .filter(each -> each.path("readonly").asBoolean()
                        && NAMED_BY.contains(each.path("type").asText()))
                .map(FormInputs::keyOf)
                .filter(each -> !"ref".equals(each))
                .toList();
        if (names.isEmpty() || row.get("ref") == null) {
            return row;
        }
        Map<String, Object> whole = new LinkedHashMap<>(row);
        if (shown.get().get(key) instanceof List<?> lines) {
            lines.stream()
                    .filter(each -> each instanceof Map<?, ?> line
                            && Objects.toString(line.get("ref"))
                                    .equals(row.get("ref").toString()))
                    .map(each -> (Map<?, ?>) each)
                    .findFirst()
                    .ifPresent(line -> names.stream()
                            .filter(name -> line.get(name) != null)
                            .forEach(name -> whole.put(name, Objects.toString(line.get(name)))));
        }
        return whole;
    }

    private static void name(
            String path,
            JsonNode input,
            Object value,
            Supplier<Map<String, Object>> shown,
            Map<String, Map<String, String>> options) {
        String list = input.path("valuesKey").asText("");
        if (list.isEmpty() || !(shown.get().get(list) instanceof List<?> offered)) {
            return;
        }
        List<String> chosen = value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(value.toString());
        for (Object each : offered) {
            if (each instanceof Map<?, ?> option
                    && chosen.contains(Objects.toString(option.get("value")))
                    && option.get("label") != null) {
                options.computeIfAbsent(path, any -> new LinkedHashMap<>())
                        .put(Objects.toString(option.get("value")), Objects.toString(option.get("label")));
            }
        }
    }
}
