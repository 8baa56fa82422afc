package io.duban.engine;

/**
 * The mark on a thread that a capability is speaking to the engine in its own name after a decision of its own; only
 * {@link SystemCalls} sets it, and takes it away whatever happens.
 */
final class SystemScope implements AutoCloseable {

    private static final ThreadLocal<SystemScope> CURRENT = new ThreadLocal<>();

    private final @org.jspecify.annotations.Nullable SystemScope outer;

    private SystemScope() {
        outer = CURRENT.get();
        CURRENT.set(this);
    }

    static SystemScope open() {
        return new SystemScope();
    }

    static boolean isOpen() {
        return CURRENT.get() != null;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
