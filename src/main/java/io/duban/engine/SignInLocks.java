package io.duban.engine;

import io.duban.engine.SignInFailures.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * 登录锁定: wrong passwords lock an account for a while that doubles each time, and a source that fails at many accounts
 * until it has failed at fewer of late; both end by themselves. Counted in the database, so that all nodes count
 * together; by the machine's time, not the demo's. Accounts that do not exist are counted like those that do, so that a
 * lock tells nothing.
 */
@Component
class SignInLocks {

    private final SignInFailures failures;
    private final Clock clock;
    private final int perAccount;
    private final int perSource;
    private final Duration first;
    private final GuessTurns ofAccounts;
    private final GuessTurns ofSources;

    @Autowired
    SignInLocks(
            JdbcTemplate jdbc,
            @Value("${duban.sign-in.wrong-passwords:10}") int perAccount,
            @Value("${duban.sign-in.wrong-passwords-of-one-source:30}") int perSource,
            @Value("${duban.sign-in.locked-for:PT15M}") Duration first) {
        this(jdbc, Clock.systemUTC(), perAccount, perSource, first);
    }

    SignInLocks(JdbcTemplate jdbc, Clock clock, int perAccount, int perSource, Duration first) {
        this.failures = new SignInFailures(jdbc, clock, perAccount, first);
        this.clock = clock;
        this.perAccount = perAccount;
        this.perSource = perSource;
        this.first = first;
        this.ofAccounts = new GuessTurns(perAccount);
        this.ofSources = new GuessTurns(perSource);
    }

    /**
     * How a log-in stands before it is tried.
     *
     * @param left how long nobody may try this account, or this source any account
     * @param failures wrong passwords of the account since it was last locked
     * @param accounts at how many accounts the source has failed of late
     * @param failedBefore whether the account has wrong passwords behind it, anywhere or from this source
     */
    private record Standing(Duration left, int failures, int accounts, boolean failedBefore) {}

    /**
     * Has a password compared and keeps what came of it. Guesses that come at the same moment wait for each other before
     * one too many is compared.
     *
     * @param password whether the password is right
     * @throws SignInLocked if it is not compared, because too many before it were wrong
     */
    boolean isRight(String account, Optional<String> address, BooleanSupplier password) {
        return compared(account, address, false, password)
                .or(() -> compared(account, address, true, password))
                .orElseThrow();
    }

    /** Nothing if the one who asks has to be alone with it and is not. */
    private Optional<Boolean> compared(
            String account, Optional<String> address, boolean alone, BooleanSupplier password) {
        try (var turn = ofAccounts.take(account(account), alone);
                var turnOfSource =
                        ofSources.take(address.map(SignInLocks::source).orElse(account(account)), alone)) {
            Standing standing = standing(account, address);
            if (standing.left().compareTo(Duration.ZERO) > 0) {
                throw new SignInLocked(standing.left());
            }
            if (!alone && !(ofAccounts.haveRoom(standing.failures()) && ofSources.haveRoom(standing.accounts()))) {
                return Optional.empty();
            }
            boolean right = password.getAsBoolean();
            if (!right) {
                failed(account, address);
            } else if (standing.failedBefore()) {
                succeeded(account, address);
            }
            return Optional.of(right);
        }
    }

    private Standing standing(String account, Optional<String> address) {
        String subject = account(account);
        Instant now = clock.instant();
        Duration left = Duration.ZERO;
        int wrong = 0;
        boolean failedBefore = false;
        List<Instant> elsewhere = new ArrayList<>();
        for (Failure each :
                failures.of(subject, address.map(SignInLocks::source).orElse(""))) {
            failedBefore |= subject.equals(each.account());
            if (each.count() == 0) {
                elsewhere.add(each.at());
            } else {
                left = each.lockedUntil() == null ? left : Duration.between(now, each.lockedUntil());
                wrong = each.at().isBefore(now.minus(SignInFailures.LONGEST)) ? 0 : each.count() % perAccount;
            }
        }
        if (elsewhere.size() >= perSource) {
            Duration ofSource =
                    Duration.between(now, elsewhere.get(perSource - 1).plus(first));
            left = ofSource.compareTo(left) > 0 ? ofSource : left;
        }
        return new Standing(left, wrong, elsewhere.size(), failedBefore);
    }

    Optional<Duration> locked(String account, Optional<String> address) {
        return Optional.of(standing(account, address).left()).filter(each -> each.compareTo(Duration.ZERO) > 0);
    }

    void failed(String account, Optional<String> address) {
        failures.forgetOld();
        failures.add(account(account));
        address.ifPresent(each -> failures.add(account(account), source(each)));
    }

    /**
     * Whoever knows the password begins anew, and what they mistyped no longer stands against those behind the same
     * address; what was tried at other accounts does, or one account of one's own would free it.
     */
    void succeeded(String account, Optional<String> address) {
        failures.forget(account(account));
        address.ifPresent(each -> failures.forget(account(account), source(each)));
    }

    /** Frees an account, and every source, at once. */
    void free(String account) {
        failures.forget(account(account));
        failures.forgetSources();
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
