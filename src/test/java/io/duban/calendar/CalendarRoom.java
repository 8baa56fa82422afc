package io.duban.calendar;

import io.duban.audit.AuditTrail;
import io.duban.engine.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The room alone, on its own database with real transactions, without Boot and without the engine. */
final class CalendarRoom implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final StoppedClock clock = new StoppedClock();

    static CalendarRoom onH2() {
        return new CalendarRoom(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    CalendarRoom(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(dataSource));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Decisions.class, DueDatesTable::decisions);
        context.register(
                Transactions.class,
                Heard.class,
                AuditTrail.class,
                CalendarRepository.class,
                CurrentCalendar.class,
                WorkingDays.class,
                DueDateRules.class,
                DeadlineRepository.class,
                DeadlineMoves.class,
                Deadlines.class,
                CalendarUploads.class,
                CalendarController.class);
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Deadlines deadlines() {
        return bean(Deadlines.class);
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    List<DeadlineMoved> heard() {
        return bean(Heard.class).events;
    }

    /** Lets the listener of the rooms above fail, as a broken timer would. */
    void listenersFail() {
        bean(Heard.class).fails = true;
    }

    List<String> sentences(String caseId) {
        return bean(AuditTrail.class).of(caseId, 100).stream()
                .map(line -> line.action() + " " + line.sentence())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration
    @EnableTransactionManagement
    static class Transactions {}

    static class Heard {

        private final List<DeadlineMoved> events = new ArrayList<>();
        private boolean fails;

        @EventListener
        void on(DeadlineMoved moved) {
            if (fails) {
                throw new IllegalStateException("the timer cannot be moved");
            }
            events.add(moved);
        }
    }

    static final class StoppedClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T02:00:00Z");

        /** Sets the clock to a Chinese local time, e.g. {@code 2026-09-24T23:59:59}. */
        void set(String chineseTime) {
            now = Instant.parse(chineseTime + "+08:00");
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return WorkingDays.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
