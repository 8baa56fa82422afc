package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.sql.DataSource;
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
        migrate(source);
        jdbc = new JdbcTemplate(source);
        locks = locks();
    }

    static void migrate(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V31__sign_in_attempts.sql"),
                        new ClassPathResource("db/migration/V37__failures_of_a_source.sql"))
                .execute(database);
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
        locks.succeeded("admin", HERE);
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
            locks.succeeded("an-account-of-their-own", THERE);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from sign_in_attempt where subject like 'account:%'", Integer.class))
                .as("guesses that were let through")
                .isEqualTo(30);
        assertThat(locks.locked("somebody", THERE)).contains(Duration.ofMinutes(15));
        assertThat(locks.locked("somebody", HERE)).isEmpty();
    }

    @Test
    void aSourceIsLockedForAsLongAsItHasFailedAtTooManyAccountsAndNoLonger() {
        for (int times = 0; times < 3; times++) {
            for (int i = 0; i < 30; i++) {
                wrong("person-" + times + "-" + i, THERE, 1);
                now = now.plusSeconds(1);
            }
            assertThat(locks.locked("somebody", THERE))
                    .contains(Duration.ofMinutes(15).minusSeconds(30));
            now = now.plus(Duration.ofMinutes(15));
            assertThat(locks.locked("somebody", THERE)).isEmpty();
        }
    }

    /** 五百人共用一个出口: each mistypes once or twice, a minute apart at most, all the morning. */
    @Test
    void aBuildingBehindOneAddressDoesNotLockItselfOut() {
        for (int i = 0; i < 500; i++) {
            String person = "person-" + i;
            for (int typo = 0; typo <= i % 3; typo++) {
                assertThat(locks.isRight(person, THERE, () -> false)).isFalse();
            }
            now = now.plusSeconds(20);
            assertThat(locks.isRight(person, THERE, () -> true)).isTrue();
        }
        wrong("one-who-forgot", THERE, 60);
        assertThat(locks.locked("another", THERE))
                .as("one account, however often")
                .isEmpty();
    }

    @Test
    void ofGuessesThatComeAtTheSameMomentNoMoreAreComparedThanLock() throws Exception {
        assertThat(comparedOf(40, locks, each -> "admin", THERE)).isEqualTo(10);
        assertThat(comparedOf(40, locks, each -> "person-" + each, HERE)).isEqualTo(30);
        now = now.plus(Duration.ofMinutes(16));
        assertThat(comparedOf(40, locks, each -> "admin", Optional.empty()))
                .as("after the lock")
                .isEqualTo(10);
        assertThat(locks.locked("admin", HERE)).contains(Duration.ofMinutes(30));
    }

    /** A program asks with many threads and the right password. */
    @Test
    void theRightPasswordIsNeverOneTooMany() throws Exception {
        AtomicInteger right = new AtomicInteger();
        together(40, each -> {
            if (locks.isRight("robot", HERE, () -> true)) {
                right.incrementAndGet();
            }
        });
        assertThat(right).hasValue(40);
        assertThat(jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class))
                .isZero();
    }

    /** How many of so many wrong guesses, let loose at once, had their password compared. */
    static int comparedOf(int guesses, SignInLocks locks, IntFunction<String> account, Optional<String> source)
            throws Exception {
        AtomicInteger compared = new AtomicInteger();
        together(guesses, each -> {
            try {
                locks.isRight(account.apply(each), source, () -> {
                    compared.incrementAndGet();
                    return false;
                });
            } catch (SignInLocked refused) {
                // not compared
            }
        });
        return compared.get();
    }

    private static void together(int many, IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CyclicBarrier start = new CyclicBarrier(many);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int each = i;
                all.add(threads.submit(() -> {
                    start.await();
                    work.accept(each);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
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
    void noNameAndNoAddressIsKept() {
        wrong("admin", THERE, 1);
        assertThat(jdbc.queryForList(
                        "select subject from sign_in_attempt union all select source from sign_in_source"
                                + " union all select account from sign_in_source",
                        String.class))
                .hasSize(3)
                .noneMatch(each -> each.contains("admin") || each.contains("192.0.2"));
    }
}
