package io.duban.calendar;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Counts working days (工作日) for everybody: the one place that knows which days the State Council has made days off
 * or working weekends. All dates must lie within 2021–2099, else a {@link Refusal}.
 */
@Component
public class WorkingDays {

    /** Chinese standard time; every day of the trade begins and ends in it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int MOST_WORKING_DAYS = 250;
    private static final int MOST_DAYS = 1000;

    private final CurrentCalendar calendar;

    WorkingDays(CurrentCalendar calendar) {
        this.calendar = calendar;
    }

    /** The end of a term of 0–250 working days; the starting day does not count (INV-08). */
    public DueDate dueAfter(LocalDate from, int workingDays) {
        return calendar.get().dueAfter(from, within("workingDays", workingDays, MOST_WORKING_DAYS));
    }

    /** The end of a term of 0–1000 days of the calendar; the last day is not moved by a holiday. */
    public DueDate dueAfterCalendarDays(LocalDate from, int days) {
        return calendar.get().dueAfterCalendarDays(from, within("days", days, MOST_DAYS));
    }

    /** The n-th working day before a day (n 0–250), for reminders; 0 is the day itself. */
    public LocalDate minusWorkingDays(LocalDate due, int workingDays) {
        return calendar.get().minusWorkingDays(due, within("workingDays", workingDays, MOST_WORKING_DAYS));
    }

    /** The first working day after a day. */
    public LocalDate nextWorkingDay(LocalDate after) {
        return calendar.get().nextWorkingDay(after);
    }

    public boolean isWorkingDay(LocalDate date) {
        return calendar.get().isWorkingDay(date);
    }

    /** How many working days lie after the first day up to and including the second; 0 when it is not later. */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        return calendar.get().workingDaysBetween(fromExclusive, toInclusive);
    }

    private static int within(String field, int value, int most) {
        if (value < 0 || value > most) {
            throw Refusal.of(
                    field,
                    "term-length",
                    "设计参数：期限长度上限",
                    "天数须为 0 至 " + most + " 的整数，收到的是 " + value + "。",
                    "The number of days must be 0 to " + most + ", not " + value + ".");
        }
        return value;
    }
}
