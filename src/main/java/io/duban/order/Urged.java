package io.duban.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * How often and how long ago an order was urged of what is overdue (催办); nothing is counted of terms that were met.
 *
 * @param times since the oldest of the overdue terms ran out
 * @param timesOfNewest since the newest of them ran out
 * @param workingDaysSince the last time; {@link #NEVER} if one of them was not urged at all
 */
record Urged(int times, int timesOfNewest, int workingDaysSince) {

    /** Longer than any interval in the table. */
    static final int NEVER = 99;

    static final Urged NOTHING_OVERDUE = new Urged(0, 0, 0);

    /**
     * @param days on which the order was urged, the last first
     * @param due last days of what is overdue
     * @param answeredUntil until when a measure that was concluded has answered for reminders
     */
    static Urged of(
            List<LocalDate> days,
            Collection<LocalDate> due,
            LocalDate answeredUntil,
            LocalDate today,
            ToIntBiFunction<LocalDate, LocalDate> workingDaysBetween) {
        if (due.isEmpty()) {
            return NOTHING_OVERDUE;
        }
        LocalDate oldest = due.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate newest = due.stream().max(LocalDate::compareTo).orElseThrow();
        boolean all = !days.isEmpty() && days.get(0).isAfter(newest);
        return new Urged(
                after(days, oldest, answeredUntil),
                after(days, newest, answeredUntil),
                all ? workingDaysBetween.applyAsInt(days.get(0), today) : NEVER);
    }

    private static int after(List<LocalDate> days, LocalDate due, LocalDate answeredUntil) {
        return (int) days.stream()
                .filter(day -> day.isAfter(due) && day.isAfter(answeredUntil))
                .count();
    }
}
