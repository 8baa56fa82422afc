package io.duban.engine;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes stack traces without the messages of the exceptions, which may hold what people typed. While the application
 * starts nobody has typed anything, and whoever installs it needs to read what is wrong.
 */
public class QuietLog extends ThrowableProxyConverter {

    private static final int MOST_FRAMES = 40;

    private static volatile boolean quiet;

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return quiet ? quieted(failure) : super.throwableProxyToString(failure);
    }

    static String quieted(@Nullable IThrowableProxy failure) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (IThrowableProxy each = failure; each != null && depth < 10; each = each.getCause(), depth++) {
            text.append(depth == 0 ? "" : "Caused by: ")
                    .append(each.getClassName())
                    .append('\n');
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append('\t').append(frames[i].getSTEAsString()).append('\n');
            }
        }
        return text.toString();
    }

    static void quiet(boolean on) {
        quiet = on;
    }

    /** Makes the log quiet as soon as the application takes requests. */
    @Component
    static class FromTheFirstRequest {

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            quiet(true);
        }
    }
}
