package io.duban.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a form file may hold: the components Tasklist draws without HTML, frames, pictures or code. */
final class FormRules {

    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What only shows or holds others; all else that a form may hold takes a value. */
    private static final Set<String> STILL =
            Set.of("default", "text", "group", "table", "separator", "spacer", "button");

    private static final Set<String> NEVER = Set.of(
            "content",
            "source",
            "url",
            "computeOn",
            "expression",
            "script",
            "security",
            "endpointKey",
            "html",
            "action");

    /** What a component may say of itself beside what Tasklist draws, and which values that takes. */
    private static final Map<String, Set<String>> PROPERTIES = Map.of("secret", Set.of("vault"));

    private final String file;
    private final Faults faults;

    FormRules(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** @throws UnreadableModel saying why the file cannot be read */
    static JsonNode read(byte[] content) {
        if (content.length > LARGEST) {
            throw new UnreadableModel("文件过大 too large");
        }
        try {
            JsonNode root = JSON.readTree(content);
            if (root == null || !root.isObject()) {
                throw new UnreadableModel("不是表单 not a form");
            }
            return root;
        } catch (IOException unreadable) {
            throw new UnreadableModel("无法读取的JSON unreadable JSON");
        }
    }

    void check(JsonNode root) {
        if (!"default".equals(root.path("type").asText())) {
            faults.add(Rule.CONTENT, file, "type=" + root.path("type").asText());
            return;
        }
        check(root, root, 0);
    }

    private void check(JsonNode component, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            add(component, "结构过大 nested too deeply");
            return;
        }
        String type = node.path("type").asText("default");
        if (node.isObject() && !STILL.contains(type) && !FormInputs.KINDS.contains(type)) {
            add(node, "type=" + type);
        }
        node.fieldNames().forEachRemaining(name -> {
            if (NEVER.contains(name)) {
                add(node, name);
            }
        });
        node.path("properties").properties().forEach(each -> {
            if (!PROPERTIES
                    .getOrDefault(each.getKey(), Set.of())
                    .contains(each.getValue().asText())) {
                add(node, each.getKey() + "=" + each.getValue().asText());
            }
        });
        if (node.isTextual() && isCode(node.asText())) {
            add(component, node.asText());
        }
        node.forEach(child -> check(node.has("id") ? node : component, child, depth + 1));
    }

    private void add(JsonNode component, String text) {
        faults.add(
                Rule.CONTENT,
                file,
                component.path("id").asText(""),
                component.path("label").asText(""),
                text,
                "");
    }

    /** What is asked of new files only: forms deployed before are mended when they are delivered. */
    void checkNew(JsonNode root) {
        lists(root);
        texts(root.path("components"));
        KnownFields.SHIPPED.check(file, root, faults);
    }

    /** A repeating list that folds sends only the rows that are unfolded (form-js 1230). */
    private void lists(JsonNode component) {
        if ("dynamiclist".equals(component.path("type").asText())
                && !component.path("disableCollapse").asBoolean()) {
            String path = component.path("path").asText("");
            faults.add(
                    Rule.LIST_UNFOLDED,
                    file,
                    component.path("id").asText(path),
                    component.path("label").asText(path),
                    path,
                    "\"disableCollapse\": true");
        }
        component.path("components").forEach(this::lists);
    }

    /** What a text shows is written as plain text for it; a field of the same name would be filled with that writing. */
    private void texts(JsonNode components) {
        Set<String> both = new TreeSet<>(FormTexts.shownIn(components));
        both.retainAll(FormTexts.usedElsewhere(components));
        both.forEach(name -> faults.add(Rule.TEXT_APART, file, name, "", name, name + "Shown"));
    }

    private static boolean isCode(String text) {
        return ExpressionGrammar.isExpression(text)
                || text.matches("(?is).*(<\\s*(script|iframe|object|embed|img|svg|link|style)\\b|javascript:).*");
    }
}
