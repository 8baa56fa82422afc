package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duban.engine.Refusal;
import io.duban.model.FormInputs;
import io.duban.model.FormTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * A form file as the rule for what may be submitted: which fields exist, of which kind, required or limited. Hidden
 * fields (with a condition) are checked only when they carry a value; read-only ones are never taken.
 */
public final class FormSchema {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final int MOST_ROWS = 100;

    private final String id;
    private final JsonNode root;
    private final Labels labels;
    private final Supplier<String> version;

    public FormSchema(JsonNode root) {
        this.id = root.path("id").asText();
        this.root = RowReferences.added(root);
        this.labels = Labels.of(root.path("components"));
        this.version = SingletonSupplier.of(() -> FormVersion.of(root));
    }

    public String id() {
        return id;
    }

    /** What tells this state of the form from an earlier or later one of the same id. */
    public String version() {
        return version.get();
    }

    public JsonNode json() {
        return root;
    }

    /** What the form shows, as it goes to the screen: plain texts, choices among their options, rows with references. */
    public Map<String, Object> shown(Map<String, Object> data) {
        JsonNode components = root.path("components");
        Map<String, Object> plain = PlainTexts.in(FormTexts.shownIn(components), data);
        return RowReferences.in(components, KeptChoices.in(components, plain));
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
        return check(submitted, () -> shown);
    }

    /** Like the other one; what the form shows is only gathered when something that came in has to be held against it. */
    public Fields check(Map<String, Object> submitted, Supplier<Map<String, Object>> shown) {
        Supplier<Map<String, Object>> once = SingletonSupplier.of(shown);
        Map<String, Object> own = new LinkedHashMap<>(submitted);
        FormInputs.of(root.path("components")).forEach(input -> ShownRows.requireAll(input, own, once));
        return new Fields("", checked("", root.path("components"), own, once, once), labels);
    }

    /**
     * A command that came another way under the names of this form: its texts are held against the form, what else
     * there is against the capability's rules.
     */
    public Fields texts(Map<String, Object> body) {
        for (JsonNode input : FormInputs.of(root.path("components"))) {
            Object value = body.get(FormInputs.keyOf(input));
            if (TEXTS.contains(input.path("type").asText()) && !isBlank(value)) {
                String name = FormInputs.keyOf(input);
                InputRule.text(name, input.path("label").asText(name), input.path("validate"), value);
            }
        }
        return new Fields("", body, labels);
    }

    private Map<String, Object> checked(
            String path,
            JsonNode components,
            Map<String, Object> submitted,
            Supplier<Map<String, Object>> echo,
            Supplier<Map<String, Object>> options) {
        Set<String> known = new HashSet<>();
        Map<String, Object> taken = new LinkedHashMap<>();
        for (JsonNode input : FormInputs.of(components)) {
            String key = FormInputs.keyOf(input);
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
            String path, Map<String, Object> submitted, Set<String> known, Supplier<Map<String, Object>> echo) {
        for (String key : submitted.keySet()) {
            if (!known.contains(key) && !echo.get().containsKey(key)) {
                String name = path + key;
                throw Refusal.of(
                        name,
                        "unknown-field",
                        "表单",
                        "表单没有“" + name + "”这一项，请只提交表单上的字段。",
                        "The form has no field '" + name + "'; submit only its own fields.");
            }
        }
    }

    private @Nullable Object value(
            String path, JsonNode input, @Nullable Object value, Supplier<Map<String, Object>> options) {
        String name = path + FormInputs.keyOf(input);
        String label = input.path("label").asText(name);
        if (isBlank(value)) {
            if (isRequired(input) && !input.path("conditional").has("hide")) {
                throw InputRule.refusal(name, "required", label, "必须填写", "must be filled in");
            }
            return null;
        }
        return "dynamiclist".equals(input.path("type").asText())
                ? rows(name, label, input, value, options)
                : InputRule.checked(name, label, input, value, options);
    }

    /** A box is an answer either way; the renderer sends one that nobody ticked as no, and left out is not no. */
    private static boolean isRequired(JsonNode input) {
        return input.path("validate").path("required").asBoolean()
                || "checkbox".equals(input.path("type").asText());
    }

    private List<Map<String, Object>> rows(
            String name, String label, JsonNode input, Object value, Supplier<Map<String, Object>> options) {
        int most = value instanceof List<?> many && many.size() > MOST_ROWS
                ? ShownRows.most(input, options, MOST_ROWS)
                : MOST_ROWS;
        if (!(value instanceof List<?> list) || list.size() > most) {
            throw InputRule.refusal(
                    name, "rows", label, "应为不超过 " + most + " 行的列表", "must be a list of at most " + most + " rows");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> row)) {
                throw InputRule.refusal(
                        name + "[" + i + "]", "row", label, "的每一行应为一组字段", "must consist of rows of fields");
            }
            Map<String, Object> named = new LinkedHashMap<>();
            row.forEach((k, v) -> named.put(String.valueOf(k), v));
            Map<String, Object> taken = checked(
                    name + "[" + i + "].",
                    input.path("components"),
                    named,
                    () -> ShownRows.fields(input, options),
                    options);
            readOnlyIdentity(name + "[" + i + "].", input.path("components"), named, taken);
            rows.add(taken);
        }
        return rows;
    }

    /** A row's read-only reference travels back so that the capability knows which row it is; it is checked there. */
    private static void readOnlyIdentity(
            String path, JsonNode components, Map<String, Object> row, Map<String, Object> taken) {
        for (JsonNode component : components) {
            if ("ref".equals(FormInputs.keyOf(component)) && row.get("ref") != null) {
                taken.put("ref", InputRule.text(path + "ref", "ref", MissingNode.getInstance(), row.get("ref")));
            }
        }
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank() || (value instanceof List<?> list && list.isEmpty());
    }
}
