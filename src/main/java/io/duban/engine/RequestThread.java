package io.duban.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether this thread is answering a web request, from the first filter to the last, what went wrong in the engine
 * on the way, because the engine's own answer has lost the cause by then, and how the last transaction ended.
 */
final class RequestThread {

    private static final ThreadLocal<RequestThread> CURRENT = new ThreadLocal<>();

    private @Nullable Throwable failure;
    private boolean committing;
    private boolean committed;
    private boolean commitFailed;
    private boolean acted;
    private boolean wrote;
    private @Nullable List<TaskSeclusion.Secluded> secluded;

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
        note(request -> request.failure = failure);
    }

    /** Notes that the engine was told to do something, not only asked. */
    static void acts() {
        note(request -> {
            request.acted = true;
            request.wrote = true;
        });
    }

    /** Notes that something was written; whether for good its transaction says. */
    static void writes() {
        note(request -> request.wrote = true);
    }

    static boolean hasActed() {
        RequestThread request = CURRENT.get();
        return request != null && request.acted;
    }

    /** What is kept from the person is worked out once for each request. */
    static List<TaskSeclusion.Secluded> once(Supplier<List<TaskSeclusion.Secluded>> rule) {
        RequestThread request = CURRENT.get();
        if (request == null) {
            return rule.get();
        }
        if (request.secluded == null) {
            request.secluded = rule.get();
        }
        return request.secluded;
    }

    static Optional<Throwable> failure() {
        return Optional.ofNullable(CURRENT.get()).map(request -> request.failure);
    }

    static void committing() {
        note(request -> request.committing = true);
    }

    /** A transaction was committed; one that only read has changed nothing. */
    static void committed() {
        note(request -> {
            request.committing = false;
            request.committed |= request.wrote;
            request.wrote = false;
        });
    }

    /**
     * A transaction was rolled back or not even begun; unless it was after the database had been told to commit. What an
     * earlier one of the same request has committed stays.
     */
    static void undone() {
        note(request -> {
            request.wrote = false;
            request.commitFailed |= request.committing;
            request.committing = false;
        });
    }

    static void commitFailed() {
        note(request -> request.commitFailed = true);
    }

    private static void note(Consumer<RequestThread> how) {
        Optional.ofNullable(CURRENT.get()).ifPresent(how);
    }

    /** Whether a commit of this request got no answer, or what belongs to it failed before it was noted. */
    static boolean hasLostACommit() {
        RequestThread request = CURRENT.get();
        return request != null && (request.commitFailed || request.committing);
    }

    /** Whether something was committed for good, so that what failed came after it. */
    static boolean hasCommitted() {
        RequestThread request = CURRENT.get();
        return request != null && request.committed;
    }
}
