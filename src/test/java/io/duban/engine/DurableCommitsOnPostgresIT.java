package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.duban.budget.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that answers before it has written, as the one of the tests does. */
class DurableCommitsOnPostgresIT {

    private static final Postgres POSTGRES = Postgres.empty();

    @Test
    void everyConnectionWaitsUntilItsCommitIsWrittenWhateverServerAndOperatorSay() throws Exception {
        try (var careless = pool();
                var durable = pool()) {
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
        try (var pool = pool()) {
            pool.setConnectionInitSql("set synchronous_commit = remote_apply");
            new DurableCommits().postProcessAfterInitialization(pool, "dataSource");

            assertThat(setting(pool, "synchronous_commit")).isEqualTo("remote_apply");
        }
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(POSTGRES.url());
        return pool;
    }

    private static String setting(HikariDataSource pool, String name) {
        return new JdbcTemplate(pool).queryForObject("show " + name, String.class);
    }
}
