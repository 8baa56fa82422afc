package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDayCalendarPropertyTest {

    private static final WorkingDayCalendar CALENDAR = new WorkingDayCalendar(BundledYears.all());
    private static final NaiveCalendar NAIVE = new NaiveCalendar();

    @Property(tries = 100_000)
    void agrees_with_a_calendar_written_another_way(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(max = 250) int workingDays) {
        var due = CALENDAR.dueAfter(from, workingDays);
        assertThat(due.due()).isEqualTo(NAIVE.due(from, workingDays));
        assertThat(due.provisional()).isEqualTo(due.due().getYear() > 2026 && workingDays > 0);
    }

    @Property(tries = 2_000)
    void the_reckoning_names_every_day_between_start_and_end_once(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(max = 60) int workingDays) {
        var due = CALENDAR.dueAfter(from, workingDays);
        assertThat(due.counted()).hasSize(workingDays).allMatch(NAIVE::works);
        assertThat(due.skipped()).noneMatch(day -> NAIVE.works(day.date()));
        assertThat(due.counted().size() + due.skipped().size())
                .isEqualTo((int) (due.due().toEpochDay() - from.toEpochDay()));
    }

    @Property(tries = 2_000)
    void going_back_and_counting_undo_going_forward(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int workingDays) {
        var due = CALENDAR.dueAfter(from, workingDays).due();
        assertThat(CALENDAR.workingDaysBetween(from, due)).isEqualTo(workingDays);
        assertThat(CALENDAR.minusWorkingDays(due, workingDays - 1)).isEqualTo(CALENDAR.nextWorkingDay(from));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        var first = LocalDate.of(2021, 1, 1).toEpochDay();
        var last = LocalDate.of(2031, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }
}
