package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 已不在选项中: a choice that was made before and is not offered any more. The renderer would empty the field in silence;
 * so it is offered under words that say so, and a submission that keeps it is refused like any other unknown option.
 */
final class KeptChoices {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final String GONE = "（已不在选项中，请重新选择）";

    private KeptChoices() {}

    /** The data with what is chosen in it among the options. */
    static Map<String, Object> in(JsonNode components, Map<String, Object> data) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        offer(components, List.of(data), all);
        return all;
    }

    private static void offer(JsonNode components, List<? extends Map<?, ?>> rows, Map<String, Object> all) {
        for (JsonNode input : FormInputs.of(components)) {
            String list = input.path("valuesKey").asText();
            List<Object> chosen = chosen(rows, FormInputs.keyOf(input));
            if ("dynamiclist".equals(input.path("type").asText())) {
                offer(input.path("components"), maps(chosen), all);
            } else if (CHOICES.contains(input.path("type").asText())
                    && !input.path("readonly").asBoolean()
                    && !input.path("disabled").asBoolean()
                    && all.get(list) instanceof List<?> options) {
                all.put(list, with(options, chosen));
            }
        }
    }

    private static List<Object> chosen(List<? extends Map<?, ?>> rows, String key) {
        return rows.stream()
                .<Object>map(row -> row.get(key) == null ? List.of() : row.get(key))
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .map(value -> (Object) value)
                .toList();
    }

    private static List<Map<?, ?>> maps(List<Object> rows) {
        List<Map<?, ?>> maps = new ArrayList<>();
        rows.forEach(row -> {
            if (row instanceof Map<?, ?> fields) {
                maps.add(fields);
            }
        });
        return maps;
    }

    private static List<Object> with(List<?> options, List<Object> chosen) {
        Set<String> offered = options.stream()
                .map(each -> each instanceof Map<?, ?> option ? String.valueOf(option.get("value")) : "")
                .collect(Collectors.toSet());
        List<Object> all = new ArrayList<>(options);
        chosen.stream()
                .map(String::valueOf)
                .filter(value -> !value.isBlank() && offered.add(value))
                .forEach(value -> all.add(Map.of("value", value, "label", value + GONE)));
        return all;
    }
}
