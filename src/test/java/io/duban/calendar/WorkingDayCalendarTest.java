package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDayCalendarTest {

    private final WorkingDayCalendar calendar = new WorkingDayCalendar(BundledYears.all());

    @ParameterizedTest(name = "received {0}, due {1}: {3}")
    @CsvSource({
        "2021-11-10, 2021-11-17, false, plain weekend",
        "2025-01-24, 2025-02-07, false, a working Sunday and the Spring Festival",
        "2025-09-26, 2025-10-10, false, a working Sunday and an 8-day holiday",
        "2025-09-30, 2025-10-14, false, a working Saturday after the holiday",
        "2026-02-13, 2026-02-27, false, a working Saturday and a 9-day holiday",
        "2026-02-20, 2026-02-28, false, received in the holiday and due on a working Saturday",
        "2026-04-30, 2026-05-11, false, a working Saturday after Labour Day",
        "2026-09-18, 2026-09-24, false, a working Sunday makes it earlier",
        "2026-09-24, 2026-10-09, false, two holidays in one period",
        "2026-09-30, 2026-10-13, false, a working Saturday after the National Day",
        "2026-11-21, 2026-11-27, false, received on a weekend",
        "2026-12-25, 2027-01-04, true, into a year without an arrangement",
    })
    void five_working_days_end_as_the_vectors_say(LocalDate received, LocalDate due, boolean provisional, String why) {
        var result = calendar.dueAfter(received, 5);
        assertThat(result.due()).as(why).isEqualTo(due);
        assertThat(result.provisional()).isEqualTo(provisional);
        assertThat(result.counted()).hasSize(5).endsWith(due);
    }

    @Test
    void zero_days_end_on_the_day_itself_even_on_a_day_off() {
        var due = calendar.dueAfter(LocalDate.of(2026, 10, 3), 0);
        assertThat(due.due()).isEqualTo("2026-10-03");
        assertThat(due.counted()).isEmpty();
        assertThat(due.skipped()).isEmpty();
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void a_start_within_a_holiday_counts_from_the_first_working_day_after_it() {
        var due = calendar.dueAfter(LocalDate.of(2026, 10, 3), 1);
        assertThat(due.due()).isEqualTo("2026-10-08");
        assertThat(due.skipped()).extracting(SkippedDay::reason).containsExactly("国庆节", "国庆节", "国庆节", "国庆节");
    }

    @Test
    void a_make_up_saturday_counts_and_an_ordinary_one_does_not() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 17))).isFalse();
        assertThat(calendar.nextWorkingDay(LocalDate.of(2026, 10, 9))).isEqualTo("2026-10-10");
    }

    @Test
    void the_last_day_of_2022_is_off_by_the_notice_of_2023() {
        assertThat(calendar.dueAfter(LocalDate.of(2022, 12, 30), 1).skipped())
                .containsExactly(
                        new SkippedDay(LocalDate.of(2022, 12, 31), "元旦"),
                        new SkippedDay(LocalDate.of(2023, 1, 1), "元旦"),
                        new SkippedDay(LocalDate.of(2023, 1, 2), "元旦"));
    }

    @Test
    void a_term_ends_at_24_00_in_shanghai() {
        assertThat(calendar.dueAfter(LocalDate.of(2026, 9, 18), 5).dueAt())
                .isEqualTo(Instant.parse("2026-09-24T16:00:00Z"));
    }

    @Test
    void days_of_the_calendar_run_through_holidays_and_are_never_provisional() {
        var due = calendar.dueAfterCalendarDays(LocalDate.of(2026, 12, 10), 30);
        assertThat(due.due()).isEqualTo("2027-01-09");
        assertThat(due.provisional()).isFalse();
        assertThat(due.counted()).hasSize(30);
        assertThat(due.skipped()).isEmpty();
        assertThat(calendar.dueAfterCalendarDays(LocalDate.of(2026, 12, 10), 0).counted())
                .isEmpty();
    }

    @Test
    void going_back_skips_holidays_and_keeps_make_up_days() {
        assertThat(calendar.minusWorkingDays(LocalDate.of(2026, 10, 8), 1)).isEqualTo("2026-09-30");
        assertThat(calendar.minusWorkingDays(LocalDate.of(2026, 9, 21), 1)).isEqualTo("2026-09-20");
        assertThat(calendar.minusWorkingDays(LocalDate.of(2026, 9, 21), 0)).isEqualTo("2026-09-21");
    }

    @Test
    void no_working_days_lie_between_a_day_and_an_earlier_one() {
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 9, 24), LocalDate.of(2026, 9, 24)))
                .isZero();
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 9, 24), LocalDate.of(2026, 9, 1)))
                .isZero();
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 9, 24), LocalDate.of(2026, 9, 28)))
                .isEqualTo(1);
    }

    @Test
    void dates_outside_2021_to_2099_are_refused_as_start_and_as_result() {
        var last = LocalDate.of(2099, 12, 31);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> calendar.dueAfter(LocalDate.of(2020, 12, 31), 1))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("calendar-range"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> calendar.dueAfter(last, 1));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> calendar.dueAfterCalendarDays(last, 1));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> calendar.nextWorkingDay(last));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> calendar.minusWorkingDays(LocalDate.of(2021, 1, 4), 5));
        assertThat(calendar.dueAfter(last, 0).due()).isEqualTo(last);
    }

    @Test
    void every_bundled_year_names_its_notice_and_holds_as_many_days_as_the_notice() {
        assertThat(BundledYears.all())
                .extracting(YearArrangement::year)
                .containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(BundledYears.all())
                .allSatisfy(year -> assertThat(year.notice())
                        .startsWith("国务院办公厅关于" + year.year() + "年部分节假日安排的通知（国办发明电〔" + (year.year() - 1) + "〕"));
        assertThat(BundledYears.all())
                .extracting(year -> year.days().values().stream()
                        .filter(day -> day.kind() == DayKind.OFF)
                        .count())
                .isEqualTo(List.of(31L, 32L, 26L, 28L, 28L, 33L));
    }
}
