package io.duban.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days off that the law itself fixes (法定节假日,《全国年节及纪念日放假办法》2024 revision), for years whose
 * arrangement is not published yet. The revision is in force from 2025: 除夕 and 2 May are days off from then on.
 */
final class StatutoryDays {

    private static final int REVISION_IN_FORCE = 2025;

    /**
     * The days of the lunar calendar, which the JDK cannot compute: 春节 (初一), 端午, 中秋. Checked against the
     * astronomical new moons in Chinese time. Later years are not listed; their results are provisional anyway.
     */
    private static final Map<Integer, List<LocalDate>> LUNAR = Map.of(
            2027, List.of(LocalDate.of(2027, 2, 6), LocalDate.of(2027, 6, 9), LocalDate.of(2027, 9, 15)),
            2028, List.of(LocalDate.of(2028, 1, 26), LocalDate.of(2028, 5, 28), LocalDate.of(2028, 10, 3)),
            2029, List.of(LocalDate.of(2029, 2, 13), LocalDate.of(2029, 6, 16), LocalDate.of(2029, 9, 22)),
            2030, List.of(LocalDate.of(2030, 2, 3), LocalDate.of(2030, 6, 5), LocalDate.of(2030, 9, 12)));

    private StatutoryDays() {}

    /** The statutory days of a year of this century that can be told without a notice. */
    static SortedMap<LocalDate, CalendarDay> of(int year) {
        var days = new TreeMap<LocalDate, CalendarDay>();
        add(days, LocalDate.of(year, Month.JANUARY, 1), 1, "元旦");
        add(days, qingming(year), 1, "清明节");
        add(days, LocalDate.of(year, Month.MAY, 1), year < REVISION_IN_FORCE ? 1 : 2, "劳动节");
        add(days, LocalDate.of(year, Month.OCTOBER, 1), 3, "国庆节");
        var lunar = LUNAR.get(year);
        if (lunar != null) {
            add(days, lunar.get(0).minusDays(1), 4, "春节");
            add(days, lunar.get(1), 1, "端午节");
            add(days, lunar.get(2), 1, "中秋节");
        }
        return days;
    }

    /**
     * 清明, the day on which the sun reaches longitude 15° in Chinese time: for the years 2000–2099 the day of April
     * is ⌊0.2422·y + 4.81⌋ − ⌊y/4⌋ with y the last two digits of the year (寿星公式). A test compares it with the sun.
     */
    static LocalDate qingming(int year) {
        int y = year % 100;
        int day = (int) Math.floor(0.2422 * y + 4.81) - y / 4;
        return LocalDate.of(year, Month.APRIL, day);
    }

    private static void add(SortedMap<LocalDate, CalendarDay> days, LocalDate first, int count, String name) {
        for (int i = 0; i < count; i++) {
            days.merge(
                    first.plusDays(i),
                    new CalendarDay(first.plusDays(i), DayKind.OFF, name),
                    (one, other) -> new CalendarDay(one.date(), DayKind.OFF, one.name() + "、" + other.name()));
        }
    }
}
