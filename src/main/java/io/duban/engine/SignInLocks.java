package io.duban.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * 登录锁定: wrong passwords lock an account, and a source that tries many accounts, for a while that doubles each time and
 * ends by itself. Counted in the database, so that all nodes count together; by the machine's time, not the demo's.
 * Accounts that do not exist are counted like those that do, so that a lock tells nothing.
 */
@Component
class SignInLocks {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final int perAccount;
    private final int perSource;
    private final Duration first;

    @Autowired
    SignInLocks(
            JdbcTemplate jdbc,
            @Value("${duban.sign-in.wrong-passwords:10}") int perAccount,
            @Value("${duban.sign-in.wrong-passwords-of-one-source:30}") int perSource,
            @Value("${duban.sign-in.locked-for:PT15M}") Duration first) {
        this(jdbc, Clock.systemUTC(), perAccount, perSource, first);
    }

    SignInLocks(JdbcTemplate jdbc, Clock clock, int perAccount, int perSource, Duration first) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.perAccount = perAccount;
        this.perSource = perSource;
        this.first = first;
    }

    /**
     * How a log-in stands before it is tried.
     *
     * @param left how long nobody may try this account, or this source any account
     * @param failedBefore whether the account has wrong passwords behind it
     */
    record Standing(Optional<Duration> left, boolean failedBefore) {}

    Standing standing(String account, Optional<String> address) {
        String subject = account(account);
        Instant now = clock.instant();
        Duration[] left = {Duration.ZERO};
        boolean[] failed = {false};
        jdbc.query(
                "select subject, locked_until from sign_in_attempt where subject in (?, ?)",
                row -> {
                    Timestamp until = row.getTimestamp("locked_until");
                    Duration wait = until == null ? Duration.ZERO : Duration.between(now, until.toInstant());
                    left[0] = wait.compareTo(left[0]) > 0 ? wait : left[0];
                    failed[0] |= subject.equals(row.getString("subject"));
                },
                subject,
                address.map(SignInLocks::source).orElse(""));
        return new Standing(Optional.of(left[0]).filter(each -> each.compareTo(Duration.ZERO) > 0), failed[0]);
    }

    Optional<Duration> locked(String account, Optional<String> address) {
        return standing(account, address).left();
    }

    void failed(String account, Optional<String> address) {
        jdbc.update(
                "delete from sign_in_attempt where failed_at < ?",
                Timestamp.from(clock.instant().minus(LONGEST.multipliedBy(2))));
        count(account(account), perAccount, LONGEST);
        address.ifPresent(each -> count(source(each), perSource, first));
    }

    /** Whoever knows the password begins anew; their source does not, or one account of one's own would free it. */
    void succeeded(String account) {
        jdbc.update("delete from sign_in_attempt where subject = ?", account(account));
    }

    /** Frees an account, and every source, at once. */
    void free(String account) {
        succeeded(account);
        jdbc.update("delete from sign_in_attempt where subject like 'source:%'");
    }

    /**
     * @param remembered how long a wrong password counts when no other follows
     */
    private void count(String subject, int most, Duration remembered) {
        boolean counted = false;
        while (!counted) {
            List<Attempts> before = jdbc.query(
                    "select failures, failed_at from sign_in_attempt where subject = ?",
                    (row, n) -> new Attempts(
                            row.getInt("failures"),
                            row.getTimestamp("failed_at").toInstant()),
                    subject);
            counted = before.isEmpty() ? begun(subject, most) : wentOn(subject, before.get(0), most, remembered);
        }
    }

    private record Attempts(int failures, Instant last) {}

    private boolean begun(String subject, int most) {
        Instant now = clock.instant();
        try {
            jdbc.update(
                    "insert into sign_in_attempt (subject, failures, failed_at, locked_until) values (?, 1, ?, ?)",
                    subject,
                    Timestamp.from(now),
                    lockedUntil(now, 1, most));
            return true;
        } catch (DuplicateKeyException justNow) {
            return false;
        }
    }

    /** Of guesses that come at the same moment each counts, and none passes by the number that locks. */
    private boolean wentOn(String subject, Attempts before, int most, Duration remembered) {
        Instant now = clock.instant();
        int failures = before.last().isBefore(now.minus(remembered)) ? 1 : before.failures() + 1;
        return jdbc.update(
                        "update sign_in_attempt set failures = ?, failed_at = ?, locked_until = coalesce(?, locked_until)"
                                + " where subject = ? and failures = ?",
                        failures,
                        Timestamp.from(now),
                        lockedUntil(now, failures, most),
                        subject,
                        before.failures())
                == 1;
    }

    private @Nullable Timestamp lockedUntil(Instant now, int failures, int most) {
        return failures % most == 0 ? Timestamp.from(now.plus(lock(failures / most))) : null;
    }

    private Duration lock(int time) {
        Duration doubled = first.multipliedBy(1L << Math.min(time - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private static String account(String name) {
        return "account:" + hash(name);
    }

    private static String source(String address) {
        return "source:" + hash(ArrivingBodies.network(address));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
