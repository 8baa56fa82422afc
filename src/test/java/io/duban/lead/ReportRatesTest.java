package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import io.duban.lead.ReportRates.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class ReportRatesTest {

    private static final String HERE = "203.0.113.7";

    private final Movable clock = new Movable();
    private final ReportRates rates = new ReportRates(clock, 2, 5, 100, 1000);

    @Test
    void aSourceWaitsForTheNextMinuteAndThenForTheNextHour() {
        assertThat(admitted(HERE, 4)).isEqualTo(2);
        clock.move(Duration.ofSeconds(30));
        assertThat(admitted(HERE, 1)).isZero();
        clock.move(Duration.ofSeconds(30));
        assertThat(admitted(HERE, 4)).isEqualTo(2);
        clock.move(Duration.ofMinutes(1));
        assertThat(admitted(HERE, 4)).as("five in the hour").isEqualTo(1);
        clock.move(Duration.ofMinutes(1));
        assertThat(admitted(HERE, 4)).isZero();
        clock.move(Duration.ofMinutes(58));
        assertThat(admitted(HERE, 4)).isEqualTo(2);
    }

    @Test
    void sourcesAndKindsDoNotShareTheirShareButAllTogetherHaveOne() {
        ReportRates narrow = new ReportRates(clock, 2, 5, 3, 1000);
        assertThat(narrow.admits(Kind.REPORT, HERE)).isTrue();
        assertThat(narrow.admits(Kind.REPORT, HERE)).isTrue();
        assertThat(narrow.admits(Kind.REPORT, HERE)).isFalse();
        assertThat(narrow.admits(Kind.FOLLOW_UP, HERE)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(narrow.counted(Kind.REPORT, () -> "kept")).isEqualTo("kept");
        }
        assertThatExceptionOfType(Refusal.class)
                .as("three for all")
                .isThrownBy(() -> narrow.counted(Kind.REPORT, () -> "kept"));
        assertThat(narrow.counted(Kind.FOLLOW_UP, () -> "kept")).isEqualTo("kept");
        clock.move(Duration.ofMinutes(1));
        assertThat(narrow.counted(Kind.REPORT, () -> "kept")).isEqualTo("kept");
    }

    @Test
    void whatIsRefusedUsesUpNobodyElsesShare() {
        ReportRates narrow = new ReportRates(clock, 2, 5, 3, 1000);
        for (int i = 0; i < 120; i++) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> narrow.counted(Kind.REPORT, () -> {
                        throw Refusal.of("text", "required", "junk", "垃圾", "junk");
                    }));
        }
        assertThat(narrow.counted(Kind.REPORT, () -> "kept")).isEqualTo("kept");
    }

    @Test
    void whoLooksLikeAProgramIsSlowedDownAndLeavesAShareToTheOthersOfItsAddress() {
        ReportRates usual = new ReportRates(clock, 5, 20, 100, 1000);
        assertThat(usual.admits(Kind.REPORT, HERE)).isTrue();
        usual.slow(Kind.REPORT, HERE);
        assertThat(usual.admits(Kind.REPORT, HERE))
                .as("somebody else behind it")
                .isTrue();
        assertThat(usual.admits(Kind.REPORT, HERE)).isTrue();
        assertThat(usual.admits(Kind.REPORT, HERE)).isFalse();
        clock.move(Duration.ofMinutes(1));
        assertThat(usual.admits(Kind.REPORT, HERE)).isTrue();
    }

    @Test
    void aClockThatWasADayAheadAndIsSetRightDoesNotCloseTheDeskForADay() {
        clock.move(Duration.ofDays(1));
        assertThat(admitted(HERE, 4)).isEqualTo(2);
        clock.move(Duration.ofDays(-1));
        assertThat(admitted(HERE, 4)).isZero();
        clock.move(Duration.ofMinutes(1));
        assertThat(admitted(HERE, 4)).isEqualTo(2);
    }

    @Test
    void aHouseholdWithManyAddressesIsOneSource() {
        assertThat(rates.admits(Kind.REPORT, "2001:db8:1:2:a::1")).isTrue();
        assertThat(rates.admits(Kind.REPORT, "2001:db8:1:2:b::2")).isTrue();
        assertThat(rates.admits(Kind.REPORT, "2001:db8:1:2:c::3")).isFalse();
        assertThat(rates.admits(Kind.REPORT, "2001:db8:1:3:c::3")).isTrue();
    }

    @Test
    void noAddressIsKeptAndTheNumberOfSourcesIsBounded() {
        IntStream.range(0, 21_000).forEach(i -> rates.admits(Kind.SEARCH, "10.0." + i / 256 + "." + i % 256));
        rates.admits(Kind.REPORT, HERE);
        Map<?, ?> sources = (Map<?, ?>) ReflectionTestUtils.getField(rates, "sources");
        assertThat(sources).hasSize(20_000);
        assertThat(sources.keySet().toString()).doesNotContain(HERE, "10.0.");
    }

    private long admitted(String address, int times) {
        return IntStream.range(0, times)
                .filter(i -> rates.admits(Kind.REPORT, address))
                .count();
    }

    private static final class Movable extends Clock {

        private Instant now = Instant.parse("2026-10-05T01:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
