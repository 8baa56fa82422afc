package io.duban.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 看不见的字符: control characters, and those that turn the direction of writing, show something else than was typed or get
 * lost in a paper or a table. Whatever takes a text refuses them; new lines and tabs are none of them.
 */
public final class UnseenCharacters {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff\\p{Cs}]");
    private static final int WORDS_BEFORE = 8;

    private UnseenCharacters() {}

    public static boolean areIn(String text) {
        return UNSEEN.matcher(text).find();
    }

    /** For a name, which is one line: new lines and tabs are refused in it as well. */
    public static boolean areInLine(String text) {
        return areIn(text) || text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * Refuses a text that holds one.
     *
     * @param field the field's key
     * @param called what people call the field, in quotation marks
     */
    public static void refuseIn(String field, String called, String text) {
        Matcher found = UNSEEN.matcher(text);
        if (found.find()) {
            String sign = "U+%04X".formatted(found.group().codePointAt(0));
            String before = text.substring(Math.max(0, found.start() - WORDS_BEFORE), found.start())
                    .strip();
            throw Refusal.of(
                    field,
                    "characters",
                    "设计决定：所见即所填",
                    called + (before.isEmpty() ? "的开头" : "在“" + before + "”之后") + "含有看不见的控制字符（" + sign
                            + "），请删去该处的文字，重新键入后再提交。",
                    field + " holds the unseen character " + sign
                            + "; delete the words around it and type them again.");
        }
    }
}
