package io.duban.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Fills in forms with a canary of its own in every free-text field, and remembers which it has filled. */
final class CanaryForms {

    static final String PREFIX = "CANARYx7Qk";
    private static final Set<String> TEXT = Set.of("textfield", "textarea");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String today;
    private final Map<String, Set<String>> filled = new TreeMap<>();
    private final Map<String, String> canaries = new LinkedHashMap<>();

    CanaryForms(String today) {
        this.today = today;
    }

    /** The forms of leads and disclosures; LeadLifeTest and IdentityDisclosureTest search the engine for what they type. */
    private static final Set<String> LIVES_OF_THEIR_OWN = Set.of(
            "choose-instrument",
            "conclude-lead",
            "decide-disclosure",
            "decide-lead-extension",
            "decline-lead",
            "draft-notices",
            "guide-lead",
            "hold-consultation",
            "issue-notices",
            "receive-lead",
            "receive-notice",
            "reply-reporter",
            "report-notice",
            "review-lead-list",
            "review-notice",
            "transfer-lead",
            "verify-lead",
            "verify-notice");

    /** All forms of the order's life and of its ladder with the free-text fields a person can fill in, rows as {@code list.field}. */
    static Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
                JsonNode form = read(file.getInputStream());
                if (LIVES_OF_THEIR_OWN.contains(form.path("id").asText())) {
                    continue;
                }
                all.put(form.path("id").asText(), texts("", form.path("components")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    static JsonNode form(String id) {
        return read(CanaryForms.class.getResourceAsStream("/forms/" + id + ".form"));
    }

    /** What has been filled so far, by form. */
    Map<String, Set<String>> filled() {
        return filled;
    }

    /** The canaries by the field they were typed into. */
    Map<String, String> canaries() {
        return canaries;
    }

    /**
     * The fields of a submission.
     *
     * @param shown what the form shows: options of select fields, prepared rows
     * @param chosen what is not free text and matters; a list stands for the rows of a repeating list
     */
    Map<String, Object> fill(JsonNode form, JsonNode shown, Map<String, Object> chosen) {
        return fill(form.path("id").asText(), "", form.path("components"), shown, shown, chosen);
    }

    private Map<String, Object> fill(
            String form,
            String path,
            JsonNode components,
            JsonNode shown,
            JsonNode options,
            Map<String, Object> chosen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        filled.computeIfAbsent(form, each -> new TreeSet<>());
        for (JsonNode input : inputs(components)) {
            String key = key(input);
            if (isFixed(input)) {
                continue;
            }
            Object value = input.path("type").asText().equals("dynamiclist")
                    ? rows(form, path + key + ".", input, shown.path(key), options, chosen.get(key))
                    : chosen.containsKey(key) ? chosen.get(key) : value(form, path + key, input, options);
            if (value != null) {
                fields.put(key, value);
            }
        }
        return fields;
    }

    private List<Map<String, Object>> rows(
            String form, String path, JsonNode input, JsonNode prepared, JsonNode options, @Nullable Object chosen) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<?> wanted = chosen instanceof List<?> list ? list : List.of(Map.of());
        for (int i = 0; i < Math.max(wanted.size(), prepared.size()); i++) {
            @SuppressWarnings("unchecked")
            Map<String, Object> row = (Map<String, Object>) wanted.get(Math.min(i, wanted.size() - 1));
            Map<String, Object> fields =
                    new LinkedHashMap<>(fill(form, path, input.path("components"), prepared.path(i), options, row));
            if (prepared.path(i).has("ref")) {
                fields.put("ref", prepared.path(i).path("ref").asText());
            }
            rows.add(fields);
        }
        return rows;
    }

    private @Nullable Object value(String form, String name, JsonNode input, JsonNode options) {
        String type = input.path("type").asText();
        if (TEXT.contains(type)) {
            return canary(form, name, input);
        }
        return switch (type) {
            case "datetime" -> today;
            case "radio", "select" ->
                options(input, options).path(0).path("value").asText(null);
            case "taglist", "checklist" ->
                List.of(options(input, options).path(0).path("value").asText());
            case "number" -> input.path("validate").path("min").asInt(1);
            case "checkbox" -> false;
            default -> null;
        };
    }

    private static JsonNode options(JsonNode input, JsonNode shown) {
        return input.has("values")
                ? input.path("values")
                : shown.path(input.path("valuesKey").asText());
    }

    private String canary(String form, String name, JsonNode input) {
        filled.get(form).add(name);
        String canary = PREFIX + "%04d".formatted(canaries.size());
        canaries.put(form + " " + name + " #" + canaries.size(), canary);
        int least = input.path("validate").path("minLength").asInt(0);
        return canary + "，".repeat(Math.max(0, least - canary.length()));
    }

    private static Set<String> texts(String path, JsonNode components) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode input : inputs(components)) {
            if (input.path("type").asText().equals("dynamiclist")) {
                texts.addAll(texts(path + key(input) + ".", input.path("components")));
            } else if (TEXT.contains(input.path("type").asText()) && !isFixed(input)) {
                texts.add(path + key(input));
            }
        }
        return texts;
    }

    private static Set<JsonNode> inputs(JsonNode components) {
        Set<JsonNode> inputs = new LinkedHashSet<>();
        for (JsonNode each : components) {
            if (each.path("type").asText().equals("group")) {
                inputs.addAll(inputs(each.path("components")));
            } else if (each.has("key") || each.path("type").asText().equals("dynamiclist")) {
                inputs.add(each);
            }
        }
        return inputs;
    }

    private static boolean isFixed(JsonNode input) {
        return input.path("readonly").asBoolean() || input.path("disabled").asBoolean();
    }

    private static String key(JsonNode input) {
        return input.has("key")
                ? input.path("key").asText()
                : input.path("path").asText();
    }

    private static JsonNode read(InputStream file) {
        try (file) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
