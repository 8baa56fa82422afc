package io.duban.form;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declaration of one process variable: identity, routing flag or date. A name that is not declared never enters the
 * engine.
 *
 * @param values the only texts it may be; empty where any may come, or where a decision table writes it
 */
public record Flag<T>(String name, Class<T> type, Set<String> values) {

    private Flag(String name, Class<T> type) {
        this(name, type, Set.of());
    }

    /** A text that is one of the names of these. */
    public static Flag<String> oneOf(String name, Enum<?>... values) {
        return oneOf(name, Stream.of(values).map(Enum::name).collect(Collectors.toUnmodifiableSet()));
    }

    public static Flag<String> oneOf(String name, Set<String> values) {
        return new Flag<>(name, String.class, values);
    }

    public static Flag<String> text(String name) {
        return new Flag<>(name, String.class);
    }

    public static Flag<Boolean> yesNo(String name) {
        return new Flag<>(name, Boolean.class);
    }

    public static Flag<java.util.Date> date(String name) {
        return new Flag<>(name, java.util.Date.class);
    }

    public static Flag<Integer> number(String name) {
        return new Flag<>(name, Integer.class);
    }
}
