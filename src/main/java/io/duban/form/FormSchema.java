package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form file as the rule for what may be submitted: which fields exist, of which kind, required or limited. Hidden
 * fields (with a condition) are checked only when they carry a value; read-only ones are never taken.
 */
public final class FormSchema {

    private static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "dynamiclist");
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ROWS = 100;

    private final String id;
    private final JsonNode root;

    public FormSchema(JsonNode root) {
        this.id = root.path("id").asText();
        this.root = root;
    }

    public String id() {
        return id;
    }

    public JsonNode json() {
        return root;
    }

    /**
     * Checks a submission.
     *
     * @param submitted the fields as they came in
     * @param shown the data the form shows: option lists are checked against it, and its echo is ignored
     * @return the fields the form declares and may take
     * @throws Refusal naming the first field that breaks a rule of the form
     */
    public Fields check(Map<String, Object> submitted, Map<String, Object> shown) {
        return new Fields("", checked("", root.path("components"), submitted, shown, shown));
    }

    private Map<String, Object> checked(
            String path,
            JsonNode components,
            Map<String, Object> submitted,
            Map<String, Object> echo,
            Map<String, Object> options) {
        List<JsonNode> inputs = new ArrayList<>();
        collect(components, inputs);
        Set<String> known = new HashSet<>();
        Map<String, Object> taken = new LinkedHashMap<>();
        for (JsonNode input : inputs) {
            String key = keyOf(input);
            known.add(key);
            if (input.path("readonly").asBoolean() || input.path("disabled").asBoolean()) {
                continue;
            }
            Object value = value(path, input, submitted.get(key), options);
            if (value != null) {
                taken.put(key, value);
            }
        }
        refuseUnknown(path, submitted, known, echo);
        return taken;
    }

    private static void refuseUnknown(
            String path, Map<String, Object> submitted, Set<String> known, Map<String, Object> echo) {
        for (String key : submitted.keySet()) {
            if (!known.contains(key) && !echo.containsKey(key) && path.isEmpty()) {
                throw Refusal.of(
                        key,
                        "unknown-field",
                        "表单",
                        "表单没有“" + key + "”这一项，请只提交表单上的字段。",
                        "The form has no field '" + key + "'; submit only its own fields.");
            }
        }
    }

    private @Nullable Object value(String path, JsonNode input, @Nullable Object value, Map<String, Object> options) {
        String name = path + keyOf(input);
        String label = input.path("label").asText(name);
        if (isBlank(value)) {
            if (input.path("validate").path("required").asBoolean()
                    && !input.path("conditional").has("hide")) {
                throw refusal(name, "required", label, "必须填写", "must be filled in");
            }
            return null;
        }
        return switch (input.path("type").asText()) {
            case "textfield", "textarea" -> text(name, label, input.path("validate"), value);
            case "number" -> number(name, label, input.path("validate"), value);
            case "checkbox" -> Boolean.valueOf(value.toString());
            case "radio", "select" -> choice(name, label, input, value, options);
            case "checklist", "taglist" -> choices(name, label, input, value, options);
            case "datetime" -> date(name, label, value);
            case "dynamiclist" -> rows(name, label, input, value, options);
            default -> null;
        };
    }

    private static String text(String name, String label, JsonNode rule, Object value) {
        if (!(value instanceof String) && !(value instanceof Number) && !(value instanceof Boolean)) {
            throw refusal(name, "text", label, "应为文字", "must be text");
        }
        String text = value.toString();
        int most = rule.path("maxLength").asInt(LONGEST_TEXT);
        int least = rule.path("minLength").asInt(0);
        if (text.length() > most) {
            throw refusal(name, "max-length", label, "最多 " + most + " 字", "takes at most " + most + " characters");
        }
        if (text.strip().length() < least) {
            throw refusal(name, "min-length", label, "至少 " + least + " 字", "needs at least " + least + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw refusal(name, "characters", label, "含有不可用字符", "holds a character that cannot be stored");
        }
        String pattern = rule.path("pattern").asText("");
        if (!pattern.isEmpty() && !text.matches(pattern)) {
            throw refusal(name, "pattern", label, "格式不符", "does not have the form asked for");
        }
        return text;
    }

    private static Object number(String name, String label, JsonNode rule, Object value) {
        java.math.BigDecimal number;
        try {
            number = new java.math.BigDecimal(value.toString());
        } catch (NumberFormatException notANumber) {
            throw refusal(name, "number", label, "应为数字", "must be a number");
        }
        if (rule.has("min") && number.doubleValue() < rule.path("min").asDouble()) {
            throw refusal(name, "min", label, "不得小于 " + rule.path("min").asText(), "is too small");
        }
        if (rule.has("max") && number.doubleValue() > rule.path("max").asDouble()) {
            throw refusal(name, "max", label, "不得大于 " + rule.path("max").asText(), "is too large");
        }
        return number;
    }

    private static String date(String name, String label, Object value) {
        String text = value.toString();
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text)
                    .toString();
        } catch (DateTimeParseException impossible) {
            throw refusal(
                    name,
                    "date",
                    label,
                    "的日期“" + abbreviated(text) + "”不存在，请按 年-月-日 填写，如 2026-12-01",
                    "is not a possible date; write it as 2026-12-01");
        }
    }

    private static String choice(String name, String label, JsonNode input, Object value, Map<String, Object> options) {
        String chosen = value.toString();
        if (!optionsOf(input, options).contains(chosen)) {
            throw refusal(
                    name,
                    "option",
                    label,
                    "没有“" + abbreviated(chosen) + "”这个选项",
                    "has no such option; choose a listed one");
        }
        return chosen;
    }

    private static List<String> choices(
            String name, String label, JsonNode input, Object value, Map<String, Object> options) {
        if (!(value instanceof List<?> list)) {
            throw refusal(name, "options", label, "应为选项列表", "must be a list of options");
        }
        return list.stream()
                .map(each -> choice(name, label, input, String.valueOf(each), options))
                .toList();
    }

    private List<Map<String, Object>> rows(
            String name, String label, JsonNode input, Object value, Map<String, Object> options) {
        if (!(value instanceof List<?> list) || list.size() > MOST_ROWS) {
            throw refusal(name, "rows", label, "应为不超过 100 行的列表", "must be a list of at most 100 rows");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> row)) {
                throw refusal(name + "[" + i + "]", "row", label, "的每一行应为一组字段", "must consist of rows of fields");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            row.forEach((k, v) -> named.put(String.valueOf(k), v));
            Map<String, Object> taken = checked(name + "[" + i + "].", input.path("components"), named, named, options);
            readOnlyIdentity(input.path("components"), named, taken);
            rows.add(taken);
        }
        return rows;
    }

    /** A row's read-only reference travels back so that the capability knows which row it is; it is checked there. */
    private static void readOnlyIdentity(JsonNode components, Map<String, Object> row, Map<String, Object> taken) {
        for (JsonNode component : components) {
            if ("ref".equals(keyOf(component)) && row.get("ref") != null) {
                taken.put("ref", row.get("ref").toString());
            }
        }
    }

    private static Set<String> optionsOf(JsonNode input, Map<String, Object> options) {
        Set<String> allowed = new HashSet<>();
        input.path("values").forEach(each -> allowed.add(each.path("value").asText()));
        String valuesKey = input.path("valuesKey").asText("");
        if (!valuesKey.isEmpty() && options.get(valuesKey) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> option) {
                    allowed.add(String.valueOf(option.get("value")));
                }
            }
        }
        return allowed;
    }

    private static void collect(JsonNode components, List<JsonNode> inputs) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if ("group".equals(type)) {
                collect(component.path("components"), inputs);
            } else if (INPUTS.contains(type)) {
                inputs.add(component);
            }
        }
    }

    private static String keyOf(JsonNode input) {
        return "dynamiclist".equals(input.path("type").asText())
                ? input.path("path").asText()
                : input.path("key").asText();
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank() || (value instanceof List<?> list && list.isEmpty());
    }

    private static String abbreviated(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static Refusal refusal(String name, String rule, String label, String chinese, String english) {
        return Refusal.of(name, rule, "表单", "“" + label + "”" + chinese + "。", name + " " + english + ".");
    }
}
