package io.duban.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 所见即所填: what people typed is shown as what they typed. The renderer reads the texts of a form as Markdown and HTML
 * after the data has been put in, so every character of the data that could mean something there is written as a
 * character reference, and a new line as a break.
 */
final class PlainTexts {

    /** Where the character stands decides for the second half: numbered and dashed lines, addresses that become links. */
    private static final Pattern MARKUP = Pattern.compile("[&<>*_`\\[\\]\\\\~|#{}!@=\"'^$]"
            + "|(?<![\\p{L}\\p{N}])[-+]|(?<=^\\d{0,9})[.)](?=\\s|$)|:(?=/)|(?<=(?i)www)\\.|(?<=^[ \\t]{0,200})[ \\t]");

    private static final Pattern NEW_LINE = Pattern.compile("\\r\\n|[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]");

    private PlainTexts() {}

    /** The data with the named values as plain text. */
    static Map<String, Object> in(Set<String> names, Map<String, Object> data) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.replaceAll((name, value) -> names.contains(name) ? plain(value) : value);
        return all;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainTexts::plain).toList();
        }
        if (value instanceof Map<?, ?> fields) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            fields.forEach((name, each) -> plain.put(name, plain(each)));
            return plain;
        }
        return of(value.toString());
    }

    /** A text that Markdown and HTML show as it is. */
    static String of(String text) {
        String[] lines = NEW_LINE.split(text.replaceAll("^[\\n\\r]+|[\\n\\r]+$", ""), -1);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = MARKUP.matcher(lines[i]).replaceAll(found -> "&#" + reference(found.group()) + ";");
        }
        return String.join("<br>", lines);
    }

    /** Blanks at the beginning are indentation, which only a fixed blank keeps. */
    private static int reference(String character) {
        return character.isBlank() ? 160 : character.charAt(0);
    }
}
