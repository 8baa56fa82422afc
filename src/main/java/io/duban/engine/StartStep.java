package io.duban.engine;

import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;

/** What is put right at each start before the port opens and the first job runs, in the order of its phases. */
public interface StartStep extends SmartLifecycle {

    /** The first step; the web server opens its port 1024 phases before the one of its graceful end. */
    int MODELS = WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;

    int RUNNING_CASES = MODELS + 1;

    int GRANTS = MODELS + 2;

    /** Nothing goes on that could be stopped: a step is over when it is done. */
    @Override
    default void stop() {}

    @Override
    default boolean isRunning() {
        return false;
    }
}
