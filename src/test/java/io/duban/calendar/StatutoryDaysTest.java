package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the days of the solar and the lunar calendar with the sun and the moon (Meeus, Astronomical Algorithms). */
class StatutoryDaysTest {

    private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");
    private static final double DAY = 86_400_000;

    @Test
    void qingming_is_the_day_on_which_the_sun_reaches_15_degrees() {
        for (int year = 2021; year <= 2099; year++) {
            assertThat(StatutoryDays.qingming(year)).isEqualTo(dayOfSunAt15Degrees(year));
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-04-04", "2025-04-04", "2026-04-05", "2027-04-05", "2028-04-04"})
    void qingming_is_the_day_of_the_almanac(LocalDate day) {
        assertThat(StatutoryDays.qingming(day.getYear())).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-06, 1", "2027-06-09, 5", "2027-09-15, 15",
        "2028-01-26, 1", "2028-05-28, 5", "2028-10-03, 15",
        "2029-02-13, 1", "2029-06-16, 5", "2029-09-22, 15",
        "2030-02-03, 1", "2030-06-05, 5", "2030-09-12, 15",
    })
    void lunar_days_are_the_right_number_of_days_after_a_new_moon(LocalDate day, int dayOfLunarMonth) {
        var firstOfMonth = day.minusDays(dayOfLunarMonth - 1L);
        assertThat(dayOfNewMoonNear(firstOfMonth)).isEqualTo(firstOfMonth);
        assertThat(StatutoryDays.of(day.getYear())).containsKey(day);
    }

    @Test
    void the_law_gives_thirteen_days_from_2025_on() {
        assertThat(StatutoryDays.of(2027)).hasSize(13).containsKey(LocalDate.of(2027, 2, 5));
        assertThat(StatutoryDays.of(2024)).doesNotContainKey(LocalDate.of(2024, 5, 2));
    }

    @Test
    void holidays_that_fall_together_carry_both_names() {
        assertThat(StatutoryDays.of(2028).get(LocalDate.of(2028, 10, 3)).name()).isEqualTo("国庆节、中秋节");
    }

    private static LocalDate dayOfSunAt15Degrees(int year) {
        var low = LocalDateTime.of(year, 4, 1, 0, 0).toInstant(ZoneOffset.UTC);
        var high = LocalDateTime.of(year, 4, 10, 0, 0).toInstant(ZoneOffset.UTC);
        while (Duration.between(low, high).toSeconds() > 1) {
            var middle = low.plus(Duration.between(low, high).dividedBy(2));
            if (longitudeOfTheSun(daysSince2000(middle)) < 15) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return chineseDay(daysSince2000(low));
    }

    private static double longitudeOfTheSun(double days) {
        double t = days / 36525;
        double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        double anomaly = Math.toRadians(357.52911 + 35999.05029 * t - 0.0001537 * t * t);
        double centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double nutation = -0.00569 - 0.00478 * Math.sin(Math.toRadians(125.04 - 1934.136 * t));
        return (mean + centre + nutation) % 360;
    }

    private static LocalDate dayOfNewMoonNear(LocalDate day) {
        double years = day.getYear() + day.getDayOfYear() / 365.25 - 2000;
        return chineseDay(newMoon(Math.round(years * 12.3685)));
    }

    private static double newMoon(double k) {
        double t = k / 1236.85;
        double sun = Math.toRadians(2.5534 + 29.1053567 * k);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double latitude = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double e = 1 - 0.002516 * t;
        double correction = -0.4072 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * latitude)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * latitude)
                - 0.00057 * Math.sin(moon + 2 * latitude)
                + 0.00056 * e * Math.sin(2 * moon + sun)
                - 0.00042 * Math.sin(3 * moon)
                + 0.00042 * e * Math.sin(sun + 2 * latitude)
                + 0.00038 * e * Math.sin(sun - 2 * latitude)
                - 0.00024 * e * Math.sin(2 * moon - sun)
                + 0.000325 * Math.sin(Math.toRadians(299.77 + 0.107408 * k - 0.009173 * t * t));
        return 2451550.09766 - 2451545 + 29.530588861 * k + 0.00015437 * t * t + correction;
    }

    private static double daysSince2000(Instant instant) {
        return Duration.between(J2000, instant).toMillis() / DAY;
    }

    /** Terrestrial time runs about 72 seconds ahead in these years. */
    private static LocalDate chineseDay(double days) {
        var instant = J2000.plusMillis(Math.round(days * DAY)).minusSeconds(72);
        return LocalDate.ofInstant(instant, WorkingDays.ZONE);
    }
}
