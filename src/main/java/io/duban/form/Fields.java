package io.duban.form;

import io.duban.engine.Refusal;
import io.duban.engine.UnseenCharacters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person typed, already checked against the form: known fields only, of the right kind. The getters name the
 * field in the refusal when a needed value is missing.
 */
public final class Fields {

    private static final Pattern ROW = Pattern.compile("\\[(\\d{1,4})]\\.$");

    private final String path;
    private final Map<String, Object> values;
    private final Labels labels;

    Fields(String path, Map<String, Object> values, Labels labels) {
        this.path = path;
        this.values = values;
        this.labels = labels;
    }

    /** The fields of a command that did not come through a form, e.g. a JSON body with the same names. */
    public static Fields of(Map<String, Object> values) {
        return new Fields("", values, Labels.NONE);
    }

    /** The same with what people call the fields. */
    public static Fields of(Map<String, Object> values, Map<String, String> labels) {
        return new Fields("", values, Labels.of(labels));
    }

    Map<String, Object> values() {
        return values;
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
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            throw Refusal.of(nameOf(key), "text", "表单", called(key) + "应为文字。", nameOf(key) + " must be plain text.");
        }
        UnseenCharacters.refuseIn(nameOf(key), called(key), text);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** An answer that has to be given: left out is not the same as no. A page sends a box that is not ticked as no. */
    public boolean yesNo(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw missing(key);
        }
        if (!(value instanceof Boolean answer)) {
            throw Refusal.of(
                    nameOf(key), "yes-no", "表单", called(key) + "应为是或否。", nameOf(key) + " must be true or false.");
        }
        return answer;
    }

    /** Which of two options was chosen; a third one is not taken for either. */
    public boolean either(String key, String yes, String no) {
        return listed(key, text(key), List.of(yes, no)).equals(yes);
    }

    /** Which of a list was chosen; a word that is not in it is refused and not taken for any of them. */
    public <E extends Enum<E>> E option(String key, Class<E> list) {
        return option(key, text(key), list);
    }

    public <E extends Enum<E>> Optional<E> optionalOption(String key, Class<E> list) {
        return optionalText(key).map(word -> option(key, word, list));
    }

    /** The chosen ones of a checklist or tag list, each once. */
    public <E extends Enum<E>> List<E> options(String key, Class<E> list) {
        return choices(key).stream()
                .map(word -> option(key, word, list))
                .distinct()
                .toList();
    }

    private <E extends Enum<E>> E option(String key, String word, Class<E> list) {
        listed(key, word, Stream.of(list.getEnumConstants()).map(Enum::name).toList());
        return Enum.valueOf(list, word);
    }

    private String listed(String key, String word, List<String> list) {
        if (!list.contains(word)) {
            throw Refusal.of(
                    nameOf(key),
                    "option",
                    "表单",
                    called(key) + "的取值应为 " + String.join("、", list) + " 之一，请重新选择。",
                    nameOf(key) + " must be one of " + String.join(", ", list) + ".");
        }
        return word;
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
                    nameOf(key), "number", "表单", called(key) + "应为整数。", nameOf(key) + " must be a whole number.");
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
        List<?> list = list(key);
        List<Fields> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map<?, ?> row)) {
                throw Refusal.of(
                        nameOf(key) + "[" + i + "]",
                        "row",
                        "表单",
                        called(key) + "的每一行应为一组字段。",
                        nameOf(key) + " must consist of rows of fields.");
            }
            rows.add(new Fields(path + key + "[" + i + "].", named(row), labels.ofRows(key)));
        }
        return rows;
    }

    /** Whether nothing was typed into this row; its reference is not typed. */
    public boolean isBlank() {
        return values.entrySet().stream()
                .allMatch(each -> RowReferences.KEY.equals(each.getKey())
                        || Objects.toString(each.getValue(), "").isBlank());
    }

    /** The chosen values of a checklist or tag list. */
    public List<String> choices(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    /** What is no list is not taken for an empty one. */
    private List<?> list(String key) {
        Object value = values.getOrDefault(key, List.of());
        if (value instanceof List<?> list) {
            return list;
        }
        if (value == null || value.toString().isBlank()) {
            return List.of();
        }
        throw Refusal.of(nameOf(key), "options", "表单", called(key) + "应为列表。", nameOf(key) + " must be a list.");
    }

    /** One of the chosen values, which has to be a whole number. */
    public int chosenNumber(String key, int index) {
        String name = key + "[" + index + "]";
        String label = labels.names().getOrDefault(key, nameOf(key)) + "第 " + (index + 1) + " 项";
        return new Fields(path, Map.of(name, choices(key).get(index)), Labels.of(Map.of(name, label))).number(name);
    }

    private LocalDate parse(String key, String text) {
        return InputRule.dayOf(text)
                .orElseThrow(() -> Refusal.of(
                        nameOf(key),
                        "date",
                        "表单",
                        called(key) + InputRule.noSuchDay(text) + "。",
                        nameOf(key) + " is not a possible date; write it as 2026-12-01."));
    }

    /** The field as people know it, with its row; without a form its key. */
    public String called(String key) {
        String label = labels.names().get(key);
        if (label == null) {
            return "“" + nameOf(key) + "”";
        }
        Matcher row = ROW.matcher(path);
        return (row.find() ? "第 " + (Integer.parseInt(row.group(1)) + 1) + " 行的" : "") + "“" + label + "”";
    }

    private Refusal missing(String key) {
        return Refusal.of(nameOf(key), "required", "表单", called(key) + "必须填写。", nameOf(key) + " must be filled in.");
    }

    private static Map<String, Object> named(Map<?, ?> row) {
        Map<String, Object> named = new LinkedHashMap<>();
        row.forEach((k, v) -> named.put(String.valueOf(k), v));
        return named;
    }
}
