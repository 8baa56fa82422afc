package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duban.model.FormInputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * 行号: every row a repeating list shows carries a reference, sent back with it, so that the server knows which rows came
 * back. A list that shows none of its own gets a field for it, which Tasklist hides. No list is folded: the renderer
 * sends only the rows that are unfolded.
 */
final class RowReferences {

    static final String KEY = "ref";

    /** How the added field's id ends; the style sheet of Tasklist knows it. */
    private static final String HIDDEN = "_RowRef";

    private RowReferences() {}

    /** The form with a reference in each list, also where it was deployed before lists had one. */
    static JsonNode added(JsonNode form) {
        JsonNode copy = form.deepCopy();
        addTo(copy.path("components"));
        return copy;
    }

    private static void addTo(JsonNode components) {
        for (JsonNode component : components) {
            if (component instanceof ObjectNode list
                    && "dynamiclist".equals(list.path("type").asText())) {
                list.put("disableCollapse", true);
                if (list.path("components") instanceof ArrayNode fields && !holdsReference(fields)) {
                    fields.add(field(list));
                }
            }
            addTo(component.path("components"));
        }
    }

    private static boolean holdsReference(JsonNode fields) {
        return StreamSupport.stream(fields.spliterator(), false)
                .anyMatch(each -> KEY.equals(each.path("key").asText()));
    }

    /** Whether the reference of a list's rows is the one added here. */
    static boolean isAdded(JsonNode list) {
        return StreamSupport.stream(list.path("components").spliterator(), false)
                .anyMatch(each -> each.path("id").asText().endsWith(HIDDEN));
    }

    private static ObjectNode field(ObjectNode list) {
        String id = list.path("id").asText(list.path("path").asText());
        ObjectNode field = list.objectNode();
        field.put("type", "textfield").put("key", KEY).put("label", "行号").put("readonly", true);
        field.put("id", id + HIDDEN);
        field.putObject("layout").put("row", "Row_" + id + HIDDEN).putNull("columns");
        return field;
    }

    /** The data with a reference in each row of its lists: the row's own, or its place. */
    static Map<String, Object> in(JsonNode components, Map<String, Object> shown) {
        Map<String, Object> all = new LinkedHashMap<>(shown);
        for (JsonNode input : FormInputs.of(components)) {
            String key = FormInputs.keyOf(input);
            if ("dynamiclist".equals(input.path("type").asText()) && shown.get(key) instanceof List<?> rows) {
                all.put(key, numbered(rows));
            }
        }
        return all;
    }

    static List<Object> numbered(List<?> rows) {
        List<Object> numbered = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> fields && fields.get(KEY) == null) {
                Map<Object, Object> more = new LinkedHashMap<>(fields);
                more.put(KEY, String.valueOf(numbered.size() + 1));
                numbered.add(more);
            } else {
                numbered.add(row);
            }
        }
        return numbered;
    }
}
