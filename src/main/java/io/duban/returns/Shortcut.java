package io.duban.returns;

import java.time.LocalDate;
import java.util.List;

/** 常用时段: a period one click away. */
record Shortcut(String label, LocalDate from, LocalDate to) {

    private static final int MONTHS = 3;

    static List<Shortcut> around(LocalDate day) {
        LocalDate year = day.withDayOfYear(1);
        LocalDate quarter = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS);
        LocalDate month = day.withDayOfMonth(1);
        return List.of(
                new Shortcut("本年", year, year.plusYears(1).minusDays(1)),
                new Shortcut("上年", year.minusYears(1), year.minusDays(1)),
                new Shortcut("本季度", quarter, quarter.plusMonths(MONTHS).minusDays(1)),
                new Shortcut("本月", month, month.plusMonths(1).minusDays(1)));
    }
}
