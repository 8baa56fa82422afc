package io.duban.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Translates between plain fields and the typed envelope in which Tasklist sends and receives a form's data. */
@Component
class FormVariables {

    private static final int LARGEST_BODY = 1 << 20;

    private final ObjectMapper json;

    FormVariables(ObjectMapper json) {
        this.json = json;
    }

    /** The fields as Tasklist reads them; lists and maps travel as JSON text. */
    Map<String, Object> envelope(Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, typed(value)));
        return variables;
    }

    private Map<String, Object> typed(@Nullable Object value) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("type", typeOf(value));
        typed.put("value", "Json".equals(typeOf(value)) ? text(value) : plain(value));
        typed.put("valueInfo", Map.of());
        return typed;
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "Null";
        }
        if (value instanceof Boolean) {
            return "Boolean";
        }
        if (value instanceof Integer || value instanceof Long) {
            return "Long";
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return "Double";
        }
        return value instanceof Collection
                        || value instanceof Map
                        || value instanceof Record
                        || value instanceof JsonNode
                ? "Json"
                : "String";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Boolean || value instanceof Number ? value : value.toString();
    }

    private String text(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a form shows what cannot be written as JSON", unwritable);
        }
    }

    /** The fields of a submission, unwrapped. */
    Map<String, Object> fields(HttpServletRequest request) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        body(request)
                .path("variables")
                .properties()
                .forEach(variable -> fields.put(variable.getKey(), value(variable.getKey(), variable.getValue())));
        return fields;
    }

    /** The body as JSON; an empty body is an empty object. */
    JsonNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Refusal.of("body", "size", "表单", "提交内容超过 1 MB，请删减后重试。", "The submission is larger than 1 MB.");
        }
        try {
            return bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes);
        } catch (JsonProcessingException unreadable) {
            throw Refusal.of("body", "readable", "表单", "提交内容不是可读的 JSON。", "The body is not readable JSON.");
        }
    }

    private @Nullable Object value(String name, JsonNode variable) {
        JsonNode value = variable.path("value");
        if ("Json".equals(variable.path("type").asText()) && value.isTextual()) {
            return parsed(name, value.asText());
        }
        return json.convertValue(value.isMissingNode() ? null : value, Object.class);
    }

    private @Nullable Object parsed(String name, String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException unreadable) {
            throw Refusal.of(name, "readable", "表单", "“" + name + "”不是可读的 JSON。", name + " is not readable JSON.");
        }
    }
}
