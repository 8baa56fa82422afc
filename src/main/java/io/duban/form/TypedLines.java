package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Puts what is kept of a form back into words: labels and options of the form as it was, in its order. */
public final class TypedLines {

    private final List<TypedLine> lines = new ArrayList<>();
    private final Map<String, Map<String, String>> options;

    private TypedLines(Map<String, Map<String, String>> options) {
        this.options = options;
    }

    /** The lines of one entry; a field the form does not know (any more) is named by its key and never left out. */
    public static List<TypedLine> of(JsonNode form, JsonNode content, Map<String, Map<String, String>> options) {
        TypedLines words = new TypedLines(options);
        Set<String> left = new LinkedHashSet<>();
        content.fieldNames().forEachRemaining(left::add);
        words.add(null, form.path("components"), content, left);
        left.forEach(key -> words.lines.add(line(null, key, plain(content.path(key)))));
        return List.copyOf(words.lines);
    }

    private void add(@Nullable String group, JsonNode components, JsonNode content, Set<String> left) {
        for (JsonNode each : components) {
            if ("group".equals(each.path("type").asText())) {
                add(each.path("label").asText(""), each.path("components"), content, left);
            } else {
                FormInputs.of(List.of(each)).forEach(input -> {
                    if (left.remove(FormInputs.keyOf(input))) {
                        lines.add(line(group, input, content.path(FormInputs.keyOf(input))));
                    }
                });
            }
        }
    }

    private TypedLine line(@Nullable String group, JsonNode input, JsonNode value) {
        String key = FormInputs.keyOf(input);
        String label = input.path("label").asText(key);
        if (!input.has("components")) {
            return line(group, label, word(key, input, value));
        }
        List<JsonNode> columns = FormInputs.of(input.path("components")).stream()
                .filter(column -> StreamSupport.stream(value.spliterator(), false)
                        .anyMatch(row -> row.has(FormInputs.keyOf(column))))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        value.forEach(row -> rows.add(columns.stream()
                .map(column -> word(key + "." + FormInputs.keyOf(column), column, row.path(FormInputs.keyOf(column))))
                .toList()));
        return new TypedLine(
                group,
                label,
                null,
                columns.stream()
                        .map(column -> column.path("label").asText(FormInputs.keyOf(column)))
                        .toList(),
                rows);
    }

    private static TypedLine line(@Nullable String group, String label, String text) {
        return new TypedLine(group, label, text, List.of(), List.of());
    }

    private String word(String path, JsonNode input, JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(each -> word(path, input, each))
                    .collect(Collectors.joining("、"));
        }
        String text = plain(value);
        return StreamSupport.stream(input.path("values").spliterator(), false)
                .filter(option -> option.path("value").asText().equals(text))
                .map(option -> option.path("label").asText(text))
                .findFirst()
                .orElseGet(() -> options.getOrDefault(path, Map.of()).getOrDefault(text, text));
    }

    private static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "是" : "否";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
