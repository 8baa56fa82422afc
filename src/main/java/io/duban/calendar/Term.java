package io.duban.calendar;

import java.time.LocalDate;

/** How long a deadline runs (期限), as D15 or a person has set it. */
record Term(int amount, TermUnit unit, int reminderWorkingDays) {

    DueDate after(LocalDate from, WorkingDayCalendar calendar) {
        return unit == TermUnit.WORKING_DAYS
                ? calendar.dueAfter(from, amount)
                : calendar.dueAfterCalendarDays(from, amount);
    }
}
