package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class SignInLocksTest {

    private static final Optional<String> HERE = Optional.of("127.0.0.1");
    private static final Optional<String> THERE = Optional.of("192.0.2.9");

    private Instant now = Instant.parse("2026-12-01T01:00:00Z");
    private JdbcTemplate jdbc;
    private SignInLocks locks;

    @BeforeEach
    void open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:sign-in-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V31__sign_in_attempts.sql")).execute(source);
        jdbc = new JdbcTemplate(source);
        locks = locks();
    }

    private SignInLocks locks() {
        return new SignInLocks(
                jdbc,
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now;
                    }

                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                },
                10,
                30,
                Duration.ofMinutes(15));
    }

    private void wrong(String account, Optional<String> source, int times) {
        for (int i = 0; i < times; i++) {
            locks.failed(account, source);
        }
    }

    @Test
    void tenWrongPasswordsLockForAQuarterOfAnHour() {
        wrong("admin", HERE, 9);
        assertThat(locks.locked("admin", HERE)).isEmpty();
        wrong("admin", HERE, 1);

        assertThat(locks.locked("admin", THERE)).as("from everywhere").contains(Duration.ofMinutes(15));
        assertThat(locks.locked("another", HERE)).as("nobody else").isEmpty();
        now = now.plus(Duration.ofMinutes(16));
        assertThat(locks.locked("admin", HERE)).isEmpty();
    }

    @Test
    void eachFurtherLockLastsTwiceAsLongButADayAtMost() {
        Duration last = Duration.ZERO;
        for (long expected : new long[] {15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440}) {
            wrong("admin", Optional.empty(), 10);
            last = locks.locked("admin", HERE).orElseThrow();
            assertThat(last).isEqualTo(Duration.ofMinutes(expected));
            now = now.plus(last);
        }
    }

    @Test
    void theRightPasswordBeginsAnewAndADayForgets() {
        wrong("admin", HERE, 9);
        locks.succeeded("admin");
        wrong("admin", HERE, 9);
        assertThat(locks.locked("admin", HERE)).isEmpty();
        now = now.plus(Duration.ofHours(25));
        wrong("admin", HERE, 9);
        assertThat(locks.locked("admin", HERE)).isEmpty();
    }

    @Test
    void whoTriesManyAccountsIsLockedAsASource() {
        for (int i = 0; i < 40; i++) {
            if (locks.locked("person-" + i, THERE).isEmpty()) {
                locks.failed("person-" + i, THERE);
            }
            locks.succeeded("an-account-of-their-own");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from sign_in_attempt where subject like 'account:%'", Integer.class))
                .as("guesses that were let through")
                .isEqualTo(30);
        assertThat(locks.locked("somebody", THERE)).isPresent();
        assertThat(locks.locked("somebody", HERE)).isEmpty();
    }

    @Test
    void anotherNodeCountsOnAndTheConsoleFrees() {
        wrong("admin", THERE, 5);
        SignInLocks other = locks();
        for (int i = 0; i < 5; i++) {
            other.failed("admin", THERE);
        }
        assertThat(locks.locked("admin", THERE)).isPresent();
        other.free("admin");
        assertThat(locks.locked("admin", THERE)).isEmpty();
    }

    @Test
    void ofGuessesAtTheSameMomentEachCountsAndNonePassesTheLockBy() {
        for (int round = 0; round < 20; round++) {
            String account = "account-" + round;
            IntStream.range(0, 16).parallel().forEach(each -> locks.failed(account, Optional.empty()));
            assertThat(locks.locked(account, HERE)).contains(Duration.ofMinutes(15));
        }
        assertThat(jdbc.queryForList("select distinct failures from sign_in_attempt", Integer.class))
                .containsExactly(16);
    }

    @Test
    void noNameAndNoAddressIsKept() {
        wrong("admin", THERE, 1);
        assertThat(jdbc.queryForList("select subject from sign_in_attempt", String.class))
                .hasSize(2)
                .noneMatch(each -> each.contains("admin") || each.contains("192.0.2"));
    }
}
