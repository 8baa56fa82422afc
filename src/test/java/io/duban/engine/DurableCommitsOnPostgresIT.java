package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that answers before it has written, as the one of the tests does. */
class DurableCommitsOnPostgresIT {

    @Test
    void everyConnectionWaitsUntilItsCommitIsWrittenWhateverServerAndOperatorSay() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var careless = pool(postgres);
                var durable = pool(postgres)) {
            assertThat(setting(careless, "synchronous_commit")).isEqualTo("off");

            durable.setConnectionInitSql("set jit = off; set synchronous_commit = off");
            new DurableCommits().postProcessAfterInitialization(durable, "dataSource");

            assertThat(setting(durable, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(durable, "jit")).isEqualTo("off");
            assertThat(StartRefusals.disk(durable)).singleElement().asString().contains("fsync = on");
        }
    }

    @Test
    void aStricterSettingStays() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var pool = pool(postgres)) {
            pool.setConnectionInitSql("set synchronous_commit = remote_apply");
            new DurableCommits().postProcessAfterInitialization(pool, "dataSource");

            assertThat(setting(pool, "synchronous_commit")).isEqualTo("remote_apply");
        }
    }

    /** Here because it needs a server too. */
    @Test
    void ofGuessesThatComeAtTheSameMomentNoMoreAreComparedThanLock() throws Exception {
        try (var postgres = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.start()) {
            var database = postgres.getPostgresDatabase();
            SignInLocksTest.migrate(database);
            var locks = new SignInLocks(new JdbcTemplate(database), 10, 30, java.time.Duration.ofMinutes(15));
            var here = java.util.Optional.of("192.0.2.7");
            var there = java.util.Optional.of("192.0.2.8");

            assertThat(SignInLocksTest.comparedOf(40, locks, each -> "admin", here))
                    .isEqualTo(10);
            assertThat(SignInLocksTest.comparedOf(40, locks, each -> "person-" + each, there))
                    .isEqualTo(30);
            assertThat(locks.locked("admin", there)).isPresent();
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        return pool;
    }

    private static String setting(HikariDataSource pool, String name) {
        return new JdbcTemplate(pool).queryForObject("show " + name, String.class);
    }
}
