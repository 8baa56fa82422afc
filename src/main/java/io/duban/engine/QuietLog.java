package io.duban.engine;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.HashSet;
import java.util.Set;
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
    private static final int MOST_WRITTEN = 1000;

    private static volatile boolean quiet;

    private final Set<Integer> written = new HashSet<>();

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return quiet ? quieted(failure) : super.throwableProxyToString(failure);
    }

    /** Which failures one after the other, and where each arose; the places only the first time they are all the same. */
    private String quieted(@Nullable IThrowableProxy failure) {
        StringBuilder kinds = new StringBuilder();
        StringBuilder trace = new StringBuilder();
        int depth = 0;
        for (IThrowableProxy each = failure; each != null && depth < 10; each = each.getCause(), depth++) {
            String named = (depth == 0 ? "" : "Caused by: ") + named(each) + '\n';
            kinds.append(named);
            trace.append(named);
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                trace.append('\t').append(frames[i].getSTEAsString()).append('\n');
            }
        }
        return isNew(trace.toString()) ? trace.toString() : kinds + "\t(同前 the same places as before)\n";
    }

    private static String named(IThrowableProxy failure) {
        return failure instanceof ThrowableProxy known ? Quieted.named(known.getThrowable()) : failure.getClassName();
    }

    /** Whether these places are not among the last that were written; how many there are is bounded. */
    private synchronized boolean isNew(String trace) {
        if (written.size() >= MOST_WRITTEN) {
            written.clear();
        }
        return written.add(trace.hashCode());
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
