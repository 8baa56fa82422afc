package io.duban.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One file under {@code forms/}. */
record Form(String name, JsonNode root) {

    static final List<Form> ALL =
            Source.files("forms", ".form").stream().map(Form::of).toList();

    /** Kinds of component that take a value. */
    static final Set<String> INPUTS = Set.of(
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

    private static final Pattern SHOWN = Pattern.compile("\\{\\{([^}]*)}}");

    String id() {
        return root.path("id").asText();
    }

    /** All components, those in groups and lists included. */
    List<JsonNode> components() {
        var all = new ArrayList<JsonNode>();
        collect(root.path("components"), all);
        return all;
    }

    List<JsonNode> inputs() {
        return components().stream()
                .filter(each -> INPUTS.contains(each.path("type").asText()))
                .toList();
    }

    /** The names of data the form shows: in texts, tables and option lists. */
    Set<String> shown() {
        var names = new TreeSet<String>();
        for (JsonNode each : components()) {
            SHOWN.matcher(each.path("text").asText() + each.path("label").asText())
                    .results()
                    .forEach(hit -> names.addAll(Model.names(hit.group(1))));
            names.addAll(Model.names(each.path("dataSource").asText()));
            if (each.has("valuesKey")) {
                names.add(each.path("valuesKey").asText());
            }
        }
        return names;
    }

    static String keyOf(JsonNode input) {
        return input.has("path")
                ? input.path("path").asText()
                : input.path("key").asText();
    }

    @Override
    public String toString() {
        return name;
    }

    private static void collect(JsonNode components, List<JsonNode> all) {
        for (JsonNode each : components) {
            all.add(each);
            collect(each.path("components"), all);
        }
    }

    private static Form of(Path file) {
        try {
            return new Form(
                    file.getFileName().toString().replace(".form", ""), new ObjectMapper().readTree(Source.text(file)));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(file + " is not JSON", unreadable);
        }
    }
}
