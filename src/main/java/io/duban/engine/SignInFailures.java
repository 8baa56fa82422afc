package io.duban.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** 登录失败: wrong passwords of an account with the lock they led to, and at which accounts a source has failed of late. */
final class SignInFailures {

    /** How long a wrong password counts when no other follows; also the longest lock. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 10;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final int perAccount;
    private final Duration first;

    /**
     * @param perAccount wrong passwords that lock an account
     * @param first how long its first lock lasts, and how long a source's failure counts
     */
    SignInFailures(JdbcTemplate jdbc, Clock clock, int perAccount, Duration first) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.perAccount = perAccount;
        this.first = first;
    }

    /**
     * One row of either table.
     *
     * @param count wrong passwords of the account; nought where it stands for a source's failing at it
     */
    record Failure(
            String account, int count, Instant at, @Nullable Instant lockedUntil) {}

    /** What is behind an account, and behind a source of late, the latest first; mostly nothing. */
    List<Failure> of(String account, String source) {
        return jdbc.query(
                "select subject, failures, failed_at, locked_until from sign_in_attempt where subject = ?"
                        + " union all select account, 0, failed_at, cast(null as timestamp with time zone)"
                        + " from sign_in_source where source = ? and failed_at > ? order by failed_at desc",
                (row, n) -> {
                    Timestamp until = row.getTimestamp("locked_until");
                    return new Failure(
                            row.getString("subject"),
                            row.getInt("failures"),
                            row.getTimestamp("failed_at").toInstant(),
                            until == null ? null : until.toInstant());
                },
                account,
                source,
                Timestamp.from(clock.instant().minus(first)));
    }

    void forgetOld() {
        Instant now = clock.instant();
        jdbc.update(
                "delete from sign_in_attempt where failed_at < ?", Timestamp.from(now.minus(LONGEST.multipliedBy(2))));
        jdbc.update("delete from sign_in_source where failed_at < ?", Timestamp.from(now.minus(first)));
    }

    void forget(String account) {
        jdbc.update("delete from sign_in_attempt where subject = ?", account);
    }

    void forget(String account, String source) {
        jdbc.update("delete from sign_in_source where source = ? and account = ?", source, account);
    }

    void forgetSources() {
        jdbc.update("delete from sign_in_source");
    }

    void add(String account, String source) {
        Instant now = clock.instant();
        String again = "update sign_in_source set failed_at = ? where source = ? and account = ?";
        if (jdbc.update(again, Timestamp.from(now), source, account) == 0) {
            try {
                jdbc.update(
                        "insert into sign_in_source (source, account, failed_at) values (?, ?, ?)",
                        source,
                        account,
                        Timestamp.from(now));
            } catch (DuplicateKeyException justNow) {
                jdbc.update(again, Timestamp.from(now), source, account);
            }
        }
    }

    void add(String subject) {
        boolean counted = false;
        while (!counted) {
            List<Attempts> before = jdbc.query(
                    "select failures, failed_at from sign_in_attempt where subject = ?",
                    (row, n) -> new Attempts(
                            row.getInt("failures"),
                            row.getTimestamp("failed_at").toInstant()),
                    subject);
            counted = before.isEmpty() ? begun(subject) : wentOn(subject, before.get(0));
        }
    }

    private record Attempts(int failures, Instant last) {}

    private boolean begun(String subject) {
        Instant now = clock.instant();
        try {
            jdbc.update(
                    "insert into sign_in_attempt (subject, failures, failed_at, locked_until) values (?, 1, ?, ?)",
                    subject,
                    Timestamp.from(now),
                    lockedUntil(now, 1));
            return true;
        } catch (DuplicateKeyException justNow) {
            return false;
        }
    }

    /** Of guesses that come at the same moment each counts, on every node, and none passes by the number that locks. */
    private boolean wentOn(String subject, Attempts before) {
        Instant now = clock.instant();
        int failures = before.last().isBefore(now.minus(LONGEST)) ? 1 : before.failures() + 1;
        return jdbc.update(
                        "update sign_in_attempt set failures = ?, failed_at = ?, locked_until = coalesce(?, locked_until)"
                                + " where subject = ? and failures = ?",
                        failures,
                        Timestamp.from(now),
                        lockedUntil(now, failures),
                        subject,
                        before.failures())
                == 1;
    }

    private @Nullable Timestamp lockedUntil(Instant now, int failures) {
        return failures % perAccount == 0 ? Timestamp.from(now.plus(lock(failures / perAccount))) : null;
    }

    private Duration lock(int time) {
        Duration doubled = first.multipliedBy(1L << Math.min(time - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
