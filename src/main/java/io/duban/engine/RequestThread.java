package io.duban.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether this thread is answering a web request, from the first filter to the last, and what went wrong in the
 * engine on the way: the engine's own answer has lost the cause by then.
 */
final class RequestThread {

    private static final ThreadLocal<RequestThread> CURRENT = new ThreadLocal<>();

    private @Nullable Throwable failure;
    private boolean acted;

    private RequestThread() {}

    static void begin() {
        CURRENT.set(new RequestThread());
    }

    static void end() {
        CURRENT.remove();
    }

    static boolean isOne() {
        return CURRENT.get() != null;
    }

    /** Notes what a command of the engine failed with; the last one counts. */
    static void failed(Throwable failure) {
        RequestThread request = CURRENT.get();
        if (request != null) {
            request.failure = failure;
        }
    }

    /** Notes that the engine was told to do something, not only asked. */
    static void acts() {
        RequestThread request = CURRENT.get();
        if (request != null) {
            request.acted = true;
        }
    }

    static boolean hasActed() {
        RequestThread request = CURRENT.get();
        return request != null && request.acted;
    }

    static Optional<Throwable> failure() {
        return Optional.ofNullable(CURRENT.get()).map(request -> request.failure);
    }
}
