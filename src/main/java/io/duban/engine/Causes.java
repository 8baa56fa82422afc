package io.duban.engine;

import java.util.Optional;

/** Finds the refusal the engine has wrapped into an exception of its own. */
public final class Causes {

    private Causes() {}

    public static Optional<Refusal> refusalIn(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (each instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
