package io.duban.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of FEEL that cells of our tables use: literals, lists, comparisons, ranges and their negation. */
final class Cell {

    private static final Pattern STRING = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(\\S+)");
    private static final Pattern RANGE = Pattern.compile("([\\[(\\]])\\s*(\\S+?)\\s*\\.\\.\\s*(\\S+?)\\s*([\\])\\[])");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final Pattern LIST = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private Cell() {}

    /** A string without its quotes, a number, yes or no; nothing if the text is none of them. */
    static Optional<Object> literal(String text) {
        String plain = text.strip();
        Matcher string = STRING.matcher(plain);
        if (string.matches()) {
            return Optional.of(string.group(1));
        }
        if (NUMBER.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain));
        }
        return "true".equals(plain) || "false".equals(plain) ? Optional.of(Boolean.valueOf(plain)) : Optional.empty();
    }

    /** All strings of a list. */
    static List<String> strings(String text) {
        return STRING.matcher(text).results().map(each -> each.group(1)).toList();
    }

    /** All literals of a cell, those of comparisons too. */
    static List<Object> literals(String text) {
        List<Object> found = new ArrayList<>();
        Matcher inner = NOT.matcher(text.strip());
        for (String each : LIST.split(inner.matches() ? inner.group(1) : text)) {
            for (String part : each.replaceAll("[<>=\\[\\]()]", " ").split("\\.\\.")) {
                literal(part).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The test a cell makes of its input; nothing if it is written otherwise. */
    static Optional<Predicate<Object>> test(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || "-".equals(plain)) {
            return Optional.of(any -> true);
        }
        Matcher not = NOT.matcher(plain);
        if (not.matches()) {
            return test(not.group(1)).map(Predicate::negate);
        }
        Predicate<Object> all = any -> false;
        for (String each : LIST.split(plain, -1)) {
            Optional<Predicate<Object>> one = one(each.strip());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all = all.or(one.get());
        }
        return Optional.of(all);
    }

    private static Optional<Predicate<Object>> one(String text) {
        Matcher compared = COMPARISON.matcher(text);
        if (compared.matches()) {
            return number(compared.group(2)).map(limit -> compare(compared.group(1), limit));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            Optional<BigDecimal> least = number(range.group(2));
            Optional<BigDecimal> most = number(range.group(3));
            return least.isEmpty() || most.isEmpty()
                    ? Optional.empty()
                    : Optional.of(compare("[".equals(range.group(1)) ? ">=" : ">", least.get())
                            .and(compare("]".equals(range.group(4)) ? "<=" : "<", most.get())));
        }
        return literal(text)
                .map(literal -> literal instanceof BigDecimal number
                        ? each -> each instanceof BigDecimal other && other.compareTo(number) == 0
                        : literal::equals);
    }

    private static Optional<BigDecimal> number(String text) {
        return literal(text).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    }

    private static Predicate<Object> compare(String how, BigDecimal limit) {
        return each -> {
            if (!(each instanceof BigDecimal number)) {
                return false;
            }
            int order = number.compareTo(limit);
            return switch (how) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }
}
