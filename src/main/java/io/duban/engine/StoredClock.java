package io.duban.engine;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the demo's clock runs ahead of the machine, kept in the database so that a restart does not turn back time. */
@Component
@Profile("demo")
class StoredClock {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StoredClock(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void restore() {
        clock.runAheadBy(offset());
    }

    Duration offset() {
        return Duration.ofMillis(jdbc.sql("select offset_millis from demo_clock")
                .query(Long.class)
                .single());
    }

    /** Sets the clock to this instant, from which it goes on running; written down first. */
    void moveTo(Instant instant) {
        Duration offset = Duration.between(Instant.now(), instant);
        jdbc.sql("update demo_clock set offset_millis = ?")
                .param(offset.toMillis())
                .update();
        clock.runAheadBy(offset);
    }
}
