package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrgedTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

    @Test
    void nothingIsCountedWhenNothingIsOverdue() {
        assertThat(urged(List.of(day(20), day(15)), List.of(), LONG_AGO)).isEqualTo(Urged.NOTHING_OVERDUE);
    }

    @Test
    void whatWasUrgedBeforeATermRanOutDoesNotCountForIt() {
        assertThat(urged(List.of(day(20), day(17), day(14)), List.of(day(10), day(16)), LONG_AGO))
                .isEqualTo(new Urged(3, 2, 1));
    }

    @Test
    void aTermThatWasNeverUrgedIsUrgedAtOnce() {
        assertThat(urged(List.of(day(20), day(17)), List.of(day(10), day(20)), LONG_AGO))
                .isEqualTo(new Urged(2, 0, Urged.NEVER));
    }

    @Test
    void aMeasureThatWasConcludedAnswersForTheRemindersBeforeIt() {
        assertThat(urged(List.of(day(20), day(17), day(14)), List.of(day(10)), day(17)))
                .isEqualTo(new Urged(1, 1, 1));
    }

    private static Urged urged(List<LocalDate> days, List<LocalDate> due, LocalDate answeredUntil) {
        return Urged.of(days, due, answeredUntil, day(21), (from, until) -> (int) ChronoUnit.DAYS.between(from, until));
    }

    private static LocalDate day(int october) {
        return LocalDate.of(2026, 10, october);
    }
}
