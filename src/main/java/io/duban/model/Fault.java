package io.duban.model;

/**
 * One breach of a rule.
 *
 * @param file where it stands
 * @param element id of the element; empty where the file as a whole is meant
 * @param name what people call the element; empty if it has no name
 * @param text the offending text
 * @param allowed what could stand there instead, where that can be listed; else empty
 */
public record Fault(Rule rule, String file, String element, String name, String text, String allowed) {

    /** File, element, text, rule and way out in one line for people. */
    public String line() {
        String where = element.isEmpty() ? file : file + " › " + element + (name.isEmpty() ? "" : "（" + name + "）");
        String could = allowed.isEmpty() ? "" : " 可用 allowed: " + allowed + "。";
        return where + "：“" + text + "” [" + rule.id() + "] " + rule.chinese() + could + " " + rule.english();
    }
}
