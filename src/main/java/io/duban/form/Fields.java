package io.duban.form;

import io.duban.engine.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person typed, already checked against the form: known fields only, of the right kind. The getters name the
 * field in the refusal when a needed value is missing.
 */
public final class Fields {

    private final String path;
    private final Map<String, Object> values;

    Fields(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /** The fields of a command that did not come through a form, e.g. a JSON body with the same names. */
    public static Fields of(Map<String, Object> values) {
        return new Fields("", values);
    }

    /** The full name of a field for a refusal, e.g. {@code problems[1].due}. */
    public String nameOf(String key) {
        return path + key;
    }

    public String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    public Optional<String> optionalText(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        if (value instanceof Collection<?> || value instanceof Map<?, ?> || text.indexOf('\0') >= 0) {
            throw Refusal.of(
                    nameOf(key), "text", "表单", "“" + nameOf(key) + "”应为文字。", nameOf(key) + " must be plain text.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public boolean isTrue(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public int number(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw missing(key);
        }
        try {
            return new BigDecimal(value.toString()).intValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw Refusal.of(
                    nameOf(key),
                    "number",
                    "表单",
                    "“" + nameOf(key) + "”应为整数。",
                    nameOf(key) + " must be a whole number.");
        }
    }

    public LocalDate date(String key) {
        return optionalDate(key).orElseThrow(() -> missing(key));
    }

    public Optional<LocalDate> optionalDate(String key) {
        return optionalText(key).map(text -> parse(key, text));
    }

    /** The rows of a repeating list, each with its own field names; empty when the list was left empty. */
    public List<Fields> rows(String key) {
        Object value = values.get(key);
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        List<Fields> rows = new java.util.ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> row) {
                rows.add(new Fields(path + key + "[" + i + "].", named(row)));
            }
        }
        return rows;
    }

    /** The chosen values of a checklist or tag list. */
    public List<String> choices(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** One of the chosen values, which has to be a whole number. */
    public int chosenNumber(String key, int index) {
        String name = key + "[" + index + "]";
        return new Fields(path, Map.of(name, choices(key).get(index))).number(name);
    }

    private LocalDate parse(String key, String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException impossible) {
            throw Refusal.of(
                    nameOf(key),
                    "date",
                    "表单",
                    "“" + nameOf(key) + "”的日期“" + text + "”不存在，请按 年-月-日 填写，如 2026-12-01。",
                    nameOf(key) + " is not a possible date; write it as 2026-12-01.");
        }
    }

    private Refusal missing(String key) {
        return Refusal.of(
                nameOf(key), "required", "表单", "“" + nameOf(key) + "”必须填写。", nameOf(key) + " must be filled in.");
    }

    private static Map<String, Object> named(Map<?, ?> row) {
        Map<String, Object> named = new java.util.LinkedHashMap<>();
        row.forEach((k, v) -> named.put(String.valueOf(k), v));
        return named;
    }
}
