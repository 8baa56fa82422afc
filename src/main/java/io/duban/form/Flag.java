package io.duban.form;

/**
 * The declaration of one process variable: identity, routing flag or date. A name that is not declared never enters the
 * engine.
 */
public record Flag<T>(String name, Class<T> type) {

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
