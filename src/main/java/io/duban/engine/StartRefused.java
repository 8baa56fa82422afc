package io.duban.engine;

/** A setting with which the application must not run; the message says what to change. */
public final class StartRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }
}
