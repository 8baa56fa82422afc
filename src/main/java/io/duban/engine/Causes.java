package io.duban.engine;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a failure what the engine or Spring has wrapped into exceptions of their own. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    public static Optional<Refusal> refusalIn(Throwable failure) {
        return of(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }

    /** The failure and what caused it, the outermost first. */
    static Stream<Throwable> of(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST);
    }

    /** What the database called it, if it was the database. */
    static Optional<String> sqlStateOf(Throwable failure) {
        return failure instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }
}
