package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import io.duban.engine.UnseenCharacters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one kind of input of a form takes: text, numbers, yes or no, listed options, days that exist. */
final class InputRule {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 9999;

    /** Pickers of days send the time of day with it. */
    private static final Pattern TIME_OF_DAY =
            Pattern.compile(".{10}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?");

    private InputRule() {}

    /** The value in the type its kind has, or a refusal that names the input; nothing for a kind unknown here. */
    static @Nullable Object checked(
            String name, String label, JsonNode input, Object value, Supplier<Map<String, Object>> options) {
        return switch (input.path("type").asText()) {
            case "textfield", "textarea" -> text(name, label, input.path("validate"), value);
            case "number" -> number(name, label, input.path("validate"), value);
            case "checkbox" -> yesNo(name, label, value);
            case "radio", "select" -> choice(name, label, input, value, options);
            case "checklist", "taglist" -> choices(name, label, input, value, options);
            case "datetime" -> date(name, label, value);
            default -> null;
        };
    }

    static String text(String name, String label, JsonNode rule, Object value) {
        if (!(value instanceof String) && !(value instanceof Number) && !(value instanceof Boolean)) {
            throw refusal(name, "text", label, "应为文字", "must be text");
        }
        String text = value.toString();
        int most = rule.path("maxLength").asInt(LONGEST_TEXT);
        int least = rule.path("minLength").asInt(0);
        if (text.length() > most) {
            throw refusal(name, "max-length", label, "最多 " + most + " 字", "takes at most " + most + " characters");
        }
        if (text.strip().length() < least) {
            throw refusal(name, "min-length", label, "至少 " + least + " 字", "needs at least " + least + " characters");
        }
        UnseenCharacters.refuseIn(name, "“" + label + "”", text);
        String pattern = rule.path("pattern").asText("");
        if (!pattern.isEmpty() && !text.matches(pattern)) {
            throw refusal(name, "pattern", label, "格式不符", "does not have the form asked for");
        }
        return text;
    }

    private static Object number(String name, String label, JsonNode rule, Object value) {
        if (value.toString().length() > LONGEST_NUMBER) {
            throw refusal(name, "number", label, "应为数字", "must be a number");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value.toString());
        } catch (NumberFormatException notANumber) {
            throw refusal(name, "number", label, "应为数字", "must be a number");
        }
        if (rule.has("min") && number.doubleValue() < rule.path("min").asDouble()) {
            throw refusal(name, "min", label, "不得小于 " + rule.path("min").asText(), "is too small");
        }
        if (rule.has("max") && number.doubleValue() > rule.path("max").asDouble()) {
            throw refusal(name, "max", label, "不得大于 " + rule.path("max").asText(), "is too large");
        }
        return number;
    }

    private static Boolean yesNo(String name, String label, Object value) {
        return switch (value.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(name, "yes-no", label, "应为是或否", "must be true or false");
        };
    }

    private static String date(String name, String label, Object value) {
        String text = value.toString();
        return dayOf(TIME_OF_DAY.matcher(text).matches() ? text.substring(0, 10) : text)
                .map(LocalDate::toString)
                .orElseThrow(() -> refusal(
                        name, "date", label, noSuchDay(text), "is not a possible date; write it as 2026-12-01"));
    }

    static String noSuchDay(String text) {
        return "的日期“" + abbreviated(text) + "”不存在，请按 年-月-日 填写，如 2026-12-01";
    }

    /** A day as people mean it: written out, in a year of four digits that is not history. */
    static Optional<LocalDate> dayOf(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR);
        } catch (DateTimeParseException impossible) {
            return Optional.empty();
        }
    }

    private static String choice(
            String name, String label, JsonNode input, Object value, Supplier<Map<String, Object>> options) {
        String chosen = value.toString();
        if (!optionsOf(input, options).contains(chosen)) {
            throw refusal(
                    name,
                    "option",
                    label,
                    "没有“" + abbreviated(chosen) + "”这个选项",
                    "has no such option; choose a listed one");
        }
        return chosen;
    }

    private static List<String> choices(
            String name, String label, JsonNode input, Object value, Supplier<Map<String, Object>> options) {
        if (!(value instanceof List<?> list)) {
            throw refusal(name, "options", label, "应为选项列表", "must be a list of options");
        }
        return list.stream()
                .map(each -> choice(name, label, input, String.valueOf(each), options))
                .distinct()
                .toList();
    }

    private static Set<String> optionsOf(JsonNode input, Supplier<Map<String, Object>> options) {
        Set<String> allowed = new HashSet<>();
        input.path("values").forEach(each -> allowed.add(each.path("value").asText()));
        String valuesKey = input.path("valuesKey").asText("");
        if (!valuesKey.isEmpty() && options.get().get(valuesKey) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> option) {
                    allowed.add(String.valueOf(option.get("value")));
                }
            }
        }
        return allowed;
    }

    private static String abbreviated(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    static Refusal refusal(String name, String rule, String label, String chinese, String english) {
        return Refusal.of(name, rule, "表单", "“" + label + "”" + chinese + "。", name + " " + english + ".");
    }
}
