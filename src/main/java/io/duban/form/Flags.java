package io.duban.form;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** The routing flags with which a task is completed; nothing else a form brings reaches the engine. */
public record Flags(Map<String, Object> values) {

    public Flags {
        values = Map.copyOf(values);
    }

    public static Flags none() {
        return new Flags(Map.of());
    }

    public static Flags of(Flag<?> flag, Object value) {
        return none().and(flag, value);
    }

    /**
     * Adds one flag.
     *
     * @throws IllegalArgumentException if the value is not of the declared type or none of its values: a mistake of ours, not of the caller
     */
    public Flags and(Flag<?> flag, Object value) {
        if (!flag.type().isInstance(value)) {
            throw new IllegalArgumentException(flag.name() + " is declared as " + flag.type());
        }
        if (!flag.values().isEmpty() && !flag.values().contains(value.toString())) {
            throw new IllegalArgumentException(flag.name() + " is one of " + flag.values());
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(flag.name(), value);
        return new Flags(more);
    }

    /** Adds a date; the engine's timers and due dates read the old type. */
    public Flags at(Flag<Date> flag, Instant instant) {
        return and(flag, Date.from(instant));
    }
}
