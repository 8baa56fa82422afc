package io.duban.lead;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** 周期: the spans in which leads are gathered and analysed. */
enum Period {
    /** 半月: the 1st to the 15th, and the rest of the month (F1). */
    HALF_MONTH {
        @Override
        LocalDate endOf(LocalDate day) {
            return day.getDayOfMonth() <= MID ? day.withDayOfMonth(MID) : MONTH.endOf(day);
        }

        @Override
        LocalDate startOf(LocalDate day) {
            return day.getDayOfMonth() <= MID ? day.withDayOfMonth(1) : day.withDayOfMonth(MID + 1);
        }
    },
    /** 月: a calendar month. */
    MONTH {
        @Override
        LocalDate endOf(LocalDate day) {
            return day.with(TemporalAdjusters.lastDayOfMonth());
        }

        @Override
        LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    };

    private static final int MID = 15;

    /** The last day of the period the day lies in. */
    abstract LocalDate endOf(LocalDate day);

    /** The first day of the period the day lies in. */
    abstract LocalDate startOf(LocalDate day);

    /** As people write it, e.g. {@code 2026年11月1日—15日}. */
    static String shown(LocalDate start, LocalDate end) {
        return start.getYear() + "年" + start.getMonthValue() + "月" + start.getDayOfMonth() + "日—"
                + (end.getMonthValue() == start.getMonthValue() ? "" : end.getMonthValue() + "月") + end.getDayOfMonth()
                + "日";
    }
}
