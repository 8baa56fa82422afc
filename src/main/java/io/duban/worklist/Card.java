package io.duban.worklist;

import io.duban.calendar.Deadline;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a task's line in the list says about its case.
 *
 * @param day e.g. {@code 第 3 / 5 个工作日}
 * @param problem the running number of the problem (问题) the task is about, where it is about one
 * @param round how often it was sent back to work, plus one (退回轮次)
 * @param reminders how often it was urged (催办), named in bulletins (通报) and how many interviews were held (约谈)
 * @param due the end of the last day, e.g. {@code 2026-11-27 24:00}
 * @param awaited how often whoever has to approve was reminded of the task itself (审批催办)
 */
record Card(
        @Nullable String number,
        @Nullable String title,
        @Nullable String unit,
        @Nullable String instrument,
        @Nullable String state,
        @Nullable String stateLabel,
        @Nullable Integer problem,
        @Nullable String day,
        @Nullable String due,
        boolean overdue,
        int overdueDays,
        int round,
        int reminders,
        int bulletins,
        int interviews,
        @Nullable String explanation,
        int awaited) {

    /** The card of a task whose case no capability knows. */
    static final Card EMPTY =
            new Card(null, null, null, null, null, null, null, null, null, false, 0, 0, 0, 0, 0, null, 0);

    /** The card of a case without problems and rounds: what it is, and the one of its open terms that ends first. */
    static Card of(
            @Nullable String number,
            String title,
            String unit,
            String kind,
            String state,
            String stateLabel,
            List<Deadline> open,
            LocalDate today) {
        Optional<Deadline> next = open.stream().min(Comparator.comparing(Deadline::dueAt));
        return new Card(
                number,
                title,
                unit,
                kind,
                state,
                stateLabel,
                null,
                null,
                next.map(each -> each.due() + " 24:00").orElse(null),
                next.filter(each -> each.isOverdue(today)).isPresent(),
                next.map(each -> each.overdueWorkingDays(today)).orElse(0),
                0,
                0,
                0,
                0,
                next.map(each -> each.explain(today)).orElse(null),
                0);
    }

    /** How often the task was reminded of only the task knows; the case begins with none. */
    Card awaited(int times) {
        return times == 0
                ? this
                : new Card(
                        number,
                        title,
                        unit,
                        instrument,
                        state,
                        stateLabel,
                        problem,
                        day,
                        due,
                        overdue,
                        overdueDays,
                        round,
                        reminders,
                        bulletins,
                        interviews,
                        explanation,
                        times);
    }
}
