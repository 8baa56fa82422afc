package io.duban.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;

/**
 * A failure without its words: messages of exceptions carry what people typed, and the engine stores them in job log and
 * incident. What remains says what kind of failure it was and where it happened, under a number that is the same each
 * time it happens there.
 */
public final class Quieted extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    private Quieted(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same failure without messages; what is quiet already and the engine's lost races stay as they are. */
    public static Throwable of(Throwable failure) {
        return failure instanceof OptimisticLockingException ? failure : quieted(failure, 0);
    }

    private static Throwable quieted(Throwable failure, int depth) {
        if (failure instanceof Quieted) {
            return failure;
        }
        Throwable inner = failure.getCause();
        Throwable cause = inner == null || depth > DEEPEST ? null : quieted(inner, depth + 1);
        Quieted quiet = new Quieted(number(failure) + " " + named(failure), cause);
        quiet.setStackTrace(failure.getStackTrace());
        return quiet;
    }

    /** The kinds of failure from the outermost to the innermost, and the first place of ours: one line for a log. */
    static String summary(Throwable failure) {
        String kinds = Causes.of(failure).map(Quieted::named).distinct().collect(Collectors.joining(" caused by "));
        return Causes.of(failure)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("io.duban."))
                .findFirst()
                .map(frame -> kinds + " at " + frame)
                .orElse(kinds);
    }

    /** The kind of a failure with what the database called it; never its words. */
    static String named(Throwable failure) {
        String name = failure instanceof Quieted
                ? failure.toString()
                : failure.getClass().getName();
        return Causes.sqlStateOf(failure)
                .map(state -> name + " (SQLSTATE " + state + ")")
                .orElse(name);
    }

    private static String number(Throwable failure) {
        String place = failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace()).limit(8).toList();
        return "故障 "
                + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
