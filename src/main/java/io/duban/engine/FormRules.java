package io.duban.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** What a form file may hold: the components Tasklist draws without HTML, frames, pictures or code. */
final class FormRules {

    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> TYPES = Set.of(
            "default",
            "text",
            "group",
            "dynamiclist",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "table",
            "separator",
            "spacer",
            "button");
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

    private FormRules() {}

    static void check(String file, byte[] content) {
        if (content.length > LARGEST) {
            throw ModelGate.refused(file, "文件过大");
        }
        try {
            JsonNode root = JSON.readTree(content);
            if (root == null
                    || !root.isObject()
                    || !"default".equals(root.path("type").asText())) {
                throw ModelGate.refused(file, "不是表单");
            }
            check(file, root, 0);
        } catch (IOException unreadable) {
            throw ModelGate.refused(file, "无法读取的JSON");
        }
    }

    private static void check(String file, JsonNode node, int depth) {
        if (depth > 40) {
            throw ModelGate.refused(file, "结构过大");
        }
        if (node.isObject()
                && node.has("type")
                && !TYPES.contains(node.path("type").asText())) {
            throw ModelGate.refused(file, "组件 " + node.path("type").asText());
        }
        node.fieldNames().forEachRemaining(name -> {
            if (NEVER.contains(name)) {
                throw ModelGate.refused(file, "属性 " + name);
            }
        });
        if (node.has("properties")) {
            checkProperties(file, node.path("properties"));
        }
        if (node.isTextual() && isCode(node.asText())) {
            throw ModelGate.refused(file, "文字中的代码");
        }
        node.forEach(child -> check(file, child, depth + 1));
    }

    /**
     * A repeating list that folds sends only the rows that are unfolded (form-js 1230). Asked of new files only: forms
     * deployed before are unfolded when they are delivered.
     *
     * @throws Refusal naming the file, the list and what to write
     */
    static void requireUnfoldedLists(String file, byte[] content) {
        try {
            for (JsonNode list : JSON.readTree(content).findParents("isRepeating")) {
                if (!list.path("disableCollapse").asBoolean()) {
                    String name = list.path("path").asText(list.path("id").asText());
                    throw Refusal.of(
                            file,
                            "list-unfolded",
                            "填报不丢失（设计决定）",
                            "“" + file + "”的重复列表“" + name + "”（"
                                    + list.path("label").asText(name)
                                    + "）会折叠，折叠的行不会提交。请在该列表写明 \"disableCollapse\": true（Disable collapse）后再部署。",
                            "The list '" + name + "' in '" + file
                                    + "' folds, and folded rows are not sent; set \"disableCollapse\": true.");
                }
            }
        } catch (IOException unreadable) {
            throw ModelGate.refused(file, "无法读取的JSON");
        }
    }

    private static void checkProperties(String file, JsonNode properties) {
        properties.fields().forEachRemaining(each -> {
            if (!PROPERTIES
                    .getOrDefault(each.getKey(), Set.of())
                    .contains(each.getValue().asText())) {
                throw ModelGate.refused(file, "属性 properties." + each.getKey());
            }
        });
    }

    private static boolean isCode(String text) {
        return ExpressionGrammar.isExpression(text)
                || text.matches("(?is).*(<\\s*(script|iframe|object|embed|img|svg|link|style)\\b|javascript:).*");
    }
}
