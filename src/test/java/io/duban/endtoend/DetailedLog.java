package io.duban.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.LoggerFactory;

/** The whole log in detail, DEBUG and above, with the messages of exceptions, searched piece by piece; it goes nowhere else. */
final class DetailedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int ENOUGH = 20_000;

    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    private final Level before = root.getLevel();
    private final List<String> waiting = new ArrayList<>();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Set<String> hits = new ConcurrentSkipListSet<>();
    private CanarySearch search;
    private long lines;

    DetailedLog(CanarySearch search) {
        this.search = search;
        start();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.addAppender(this);
        root.setLevel(Level.DEBUG);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String failure =
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        take(event.getLoggerName() + " " + event.getFormattedMessage() + failure + event.getMDCPropertyMap());
    }

    private void take(String line) {
        List<String> full = List.of();
        CanarySearch now;
        synchronized (this) {
            lines++;
            waiting.add(line);
            now = search;
            if (waiting.size() >= ENOUGH) {
                full = List.copyOf(waiting);
                waiting.clear();
            }
        }
        look(full, now);
    }

    /** From here on, and in what waits, looks for these. */
    synchronized void lookFor(CanarySearch wider) {
        search = wider;
        lookAtTheRest();
    }

    private void look(List<String> some, CanarySearch with) {
        some.forEach(line -> with.in(line)
                .forEach(canary -> hits.add(line.substring(0, Math.min(120, line.length())) + " … " + canary)));
    }

    private void lookAtTheRest() {
        look(waiting, search);
        waiting.clear();
    }

    synchronized Set<String> hits() {
        lookAtTheRest();
        return new TreeSet<>(hits);
    }

    synchronized long lines() {
        return lines;
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(this);
        others.forEach(root::addAppender);
        stop();
    }
}
