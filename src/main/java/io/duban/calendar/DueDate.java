package io.duban.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The end of a term (到期日) with its reckoning, so that every date on the screen can say how it came about (INV-08).
 *
 * @param due the last day; the term ends at its 24:00
 * @param provisional whether a year was crossed whose arrangement is not known yet
 * @param counted the days that counted, in order
 * @param skipped the days in between that did not count, in order
 * @param unit how it was counted
 */
public record DueDate(
        LocalDate due, boolean provisional, List<LocalDate> counted, List<SkippedDay> skipped, TermUnit unit) {

    public DueDate {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
    }

    /** The due day's 24:00 in Chinese time, which is 00:00 of the day after (民法典 203). */
    public Instant dueAt() {
        return endOf(due);
    }

    /** The reckoning in one Chinese sentence as seen on this day, e.g. 第 3 / 5 个工作日，9月24日 24:00 到期. */
    public String explain(LocalDate today) {
        return Explanation.of(this, today);
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant();
    }
}
