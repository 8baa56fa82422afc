package io.duban.lead;

import io.duban.engine.ArrivingBodies;
import io.duban.engine.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 限流: how often one source, and everybody together, may report, follow up or look for a unit in a minute and an hour.
 * A source is known by a hash of its address under a salt that exists in this process's memory only; no address is kept.
 */
@Component
class ReportRates {

    /** What is being counted. */
    enum Kind {
        REPORT,
        FOLLOW_UP,
        SEARCH
    }

    private static final int MOST_SOURCES = 20_000;
    private static final int SALT = 32;
    private static final int SEARCHES = 6;
    private static final String HASH = "HmacSHA256";

    private final TimeMeter meter;
    private final SecretKeySpec salt;
    private final int perMinute;
    private final int perHour;
    private final Map<Kind, Bucket> together = new EnumMap<>(Kind.class);
    private final Map<String, Bucket> sources = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    ReportRates(
            Clock clock,
            @Value("${duban.report.per-minute:5}") int perMinute,
            @Value("${duban.report.per-hour:20}") int perHour,
            @Value("${duban.report.all-per-minute:120}") int allPerMinute,
            @Value("${duban.report.all-per-hour:2000}") int allPerHour) {
        this.meter = new ClockMeter(clock);
        byte[] random = new byte[SALT];
        new SecureRandom().nextBytes(random);
        this.salt = new SecretKeySpec(random, HASH);
        this.perMinute = perMinute;
        this.perHour = perHour;
        for (Kind kind : Kind.values()) {
            together.put(kind, bucket(factor(kind) * allPerMinute, factor(kind) * allPerHour));
        }
    }

    /** Whether this source may try one more of this kind now; whatever becomes of it counts for the source alone. */
    boolean admits(Kind kind, String address) {
        return source(kind, address).tryConsume(1);
    }

    /**
     * Takes half of this source's minute for a report that was accepted and looks like a program's: it may have been a
     * browser that fills in what nobody sees, and others of its household or school come from the same address.
     */
    void slow(Kind kind, String address) {
        source(kind, address).tryConsumeAsMuchAsPossible(Math.max(1, perMinute / 2));
    }

    /**
     * Does what counts for everybody together if it comes to something: what is refused uses up nobody else's share.
     *
     * @throws Refusal if everybody together has done enough for now, or what the work itself refuses
     */
    <T> T counted(Kind kind, Supplier<T> work) {
        Bucket all = together.get(kind);
        if (!all.tryConsume(1)) {
            throw ReportFollowUpController.tooOften();
        }
        boolean accepted = false;
        try {
            T done = work.get();
            accepted = true;
            return done;
        } finally {
            if (!accepted) {
                all.addTokens(1);
            }
        }
    }

    private Bucket source(Kind kind, String address) {
        String key = kind + hash(ArrivingBodies.network(address));
        synchronized (sources) {
            return sources.computeIfAbsent(key, each -> bucket(factor(kind) * perMinute, factor(kind) * perHour));
        }
    }

    private Bucket bucket(int minute, int hour) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(limit -> limit.capacity(minute).refillIntervally(minute, Duration.ofMinutes(1)))
                .addLimit(limit -> limit.capacity(hour).refillIntervally(hour, Duration.ofHours(1)))
                .build();
    }

    private static int factor(Kind kind) {
        return kind == Kind.SEARCH ? SEARCHES : 1;
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(salt);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + HASH, impossible);
        }
    }

    /** The time that has passed. A clock that is set back stands still for the desk and does not close it for as long. */
    private static final class ClockMeter implements TimeMeter {

        private final Clock clock;
        private long last;
        private long passed;

        ClockMeter(Clock clock) {
            this.clock = clock;
            this.last = clock.millis();
        }

        @Override
        public synchronized long currentTimeNanos() {
            long now = clock.millis();
            passed += Math.max(0, now - last);
            last = now;
            return Duration.ofMillis(passed).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
