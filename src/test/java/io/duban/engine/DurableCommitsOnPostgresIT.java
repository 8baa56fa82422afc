package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.duban.budget.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that answers before it has written, as the one of the tests does. */
class DurableCommitsOnPostgresIT {

    private static final Postgres POSTGRES = Postgres.empty();
    private static final int COMMITS = 20;

    @Test
    void everyConnectionWaitsUntilItsCommitIsWrittenWhateverServerAndOperatorSay() throws Exception {
        try (var careless = pool(POSTGRES.url());
                var durable = pool(POSTGRES.url())) {
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
        try (var pool = pool(POSTGRES.url())) {
            pool.setConnectionInitSql("set synchronous_commit = remote_apply");
            new DurableCommits().postProcessAfterInitialization(pool, "dataSource");

            assertThat(setting(pool, "synchronous_commit")).isEqualTo("remote_apply");
        }
    }

    /** The server is killed in the moment in which it has answered; what it had not written then would be gone. */
    @Test
    void whatWasAnsweredIsThereAfterTheServerWasKilled(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (var postgres = on(data);
                var pool = pool(postgres.getJdbcUrl("postgres", "postgres"))) {
            new DurableCommits().postProcessAfterInitialization(pool, "dataSource");
            var jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table work (id integer primary key)");
            for (int i = 0; i < COMMITS; i++) {
                jdbc.update("insert into work values (?)", i);
            }
            kill(data);
        }
        Files.delete(data.resolve("postmaster.pid"));
        try (var postgres = on(data);
                var pool = pool(postgres.getJdbcUrl("postgres", "postgres"))) {
            assertThat(new JdbcTemplate(pool).queryForObject("select count(*) from work", Integer.class))
                    .isEqualTo(COMMITS);
        }
    }

    private static EmbeddedPostgres on(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    /** SIGKILL to the server and to the processes it has for its connections and its log of writes. */
    private static void kill(Path data) throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Here because it needs a server too. */
    @Test
    void ofGuessesThatComeAtTheSameMomentNoMoreAreComparedThanLock() throws Exception {
        var database = Postgres.empty().database();
        SignInLocksTest.migrate(database);
        var locks = new SignInLocks(new JdbcTemplate(database), 10, 30, Duration.ofMinutes(15));
        var here = Optional.of("192.0.2.7");
        var there = Optional.of("192.0.2.8");

        assertThat(SignInLocksTest.comparedOf(40, locks, each -> "admin", here)).isEqualTo(10);
        assertThat(SignInLocksTest.comparedOf(40, locks, each -> "person-" + each, there))
                .isEqualTo(30);
        assertThat(locks.locked("admin", there)).isPresent();
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        return pool;
    }

    private static String setting(HikariDataSource pool, String name) {
        return new JdbcTemplate(pool).queryForObject("show " + name, String.class);
    }
}
