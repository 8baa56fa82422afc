package io.duban.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Forms of commands that come without a form file, so that what was typed in them is read under their labels too. */
public final class CommandForm {

    private CommandForm() {}

    /**
     * The form of a command.
     *
     * @param labels by field its label, in the order in which they are read
     * @param options by field that offers a choice the labels of its values
     */
    public static FormSchema of(String id, Map<String, String> labels, Map<String, Map<String, String>> options) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("type", "default").put("id", id);
        labels.forEach((key, label) -> {
            ObjectNode field = root.withArray("components").addObject();
            field.put("type", options.containsKey(key) ? "select" : "textarea")
                    .put("key", key)
                    .put("label", label);
            options.getOrDefault(key, Map.of())
                    .forEach((value, text) -> field.withArray("values")
                            .addObject()
                            .put("value", value)
                            .put("label", text));
        });
        return new FormSchema(root);
    }
}
