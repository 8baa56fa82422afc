package io.duban.calendar;

import io.duban.engine.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An unchanging picture of all working days (工作日): whoever holds one counts consistently, whatever is uploaded
 * meanwhile. The starting day never counts (民法典 201), days off never count (行政许可法 82, INV-08).
 *
 * <p>A notice may also touch the last days of the year before (that of 2019 did). Those days belong to the file of the
 * year they lie in, which is then uploaded again.
 */
final class WorkingDayCalendar {

    static final int FIRST_YEAR = 2021;
    static final int LAST_YEAR = 2099;

    private final Map<Integer, YearArrangement> years;

    /** Years that are not among the known arrangements get the statutory days only, and are provisional. */
    WorkingDayCalendar(Collection<YearArrangement> known) {
        var all = new HashMap<Integer, YearArrangement>();
        known.forEach(arrangement -> all.put(arrangement.year(), arrangement));
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            all.computeIfAbsent(year, YearArrangement::statutory);
        }
        this.years = Map.copyOf(all);
    }

    /** The same calendar with one year replaced. */
    WorkingDayCalendar with(YearArrangement arrangement) {
        var known = new ArrayList<>(years.values());
        known.add(arrangement);
        return new WorkingDayCalendar(known);
    }

    YearArrangement year(int year) {
        var arrangement = years.get(year);
        if (arrangement == null) {
            throw Refusal.of(
                    "date",
                    "calendar-range",
                    "设计参数：工作日历范围",
                    "日期须在 2021年1月1日 至 2099年12月31日 之间：工作日历不含 " + year + " 年。",
                    "Dates must lie between 2021-01-01 and 2099-12-31: the calendar does not hold " + year + ".");
        }
        return arrangement;
    }

    boolean isWorkingDay(LocalDate date) {
        var named = year(date.getYear()).on(date);
        return named == null ? !isWeekend(date) : named.kind() == DayKind.WORK;
    }

    DueDate dueAfter(LocalDate from, int workingDays) {
        var counted = new ArrayList<LocalDate>(workingDays);
        var skipped = new ArrayList<SkippedDay>();
        boolean provisional = false;
        var day = inRange(from);
        while (counted.size() < workingDays) {
            day = day.plusDays(1);
            provisional |= year(day.getYear()).provisional();
            if (isWorkingDay(day)) {
                counted.add(day);
            } else {
                skipped.add(new SkippedDay(day, reasonOff(day)));
            }
        }
        return new DueDate(day, provisional, counted, skipped, TermUnit.WORKING_DAYS);
    }

    /** Days of the calendar are never provisional: no arrangement changes them. */
    DueDate dueAfterCalendarDays(LocalDate from, int days) {
        var due = inRange(inRange(from).plusDays(days));
        var counted = from.plusDays(1).datesUntil(due.plusDays(1)).toList();
        return new DueDate(due, false, counted, List.of(), TermUnit.CALENDAR_DAYS);
    }

    LocalDate minusWorkingDays(LocalDate due, int workingDays) {
        var day = inRange(due);
        for (int left = workingDays; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    LocalDate nextWorkingDay(LocalDate after) {
        var day = after.plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        inRange(fromExclusive);
        inRange(toInclusive);
        int count = 0;
        for (var day = fromExclusive.plusDays(1); !day.isAfter(toInclusive); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private LocalDate inRange(LocalDate date) {
        year(date.getYear());
        return date;
    }

    private String reasonOff(LocalDate date) {
        var named = year(date.getYear()).on(date);
        if (named != null) {
            return named.name();
        }
        return date.getDayOfWeek() == DayOfWeek.SATURDAY ? "周六" : "周日";
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
