package io.duban.engine;

import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;

/** In which order things are put right before the port opens and the first job runs. */
public final class StartPhases {

    /** The web server opens its port 1024 phases before the one of its graceful end. */
    private static final int BEFORE_THE_PORT = 2048;

    public static final int MODELS = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - BEFORE_THE_PORT;

    public static final int RUNNING_CASES = MODELS + 1;

    public static final int GRANTS = MODELS + 2;

    private StartPhases() {}
}
