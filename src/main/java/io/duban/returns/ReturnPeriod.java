package io.duban.returns;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/** 统计时段: the days a return covers, both included. */
public record ReturnPeriod(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 3;

    public ReturnPeriod {
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw Refusal.of(
                    "to",
                    "period",
                    "附件5",
                    "截止日期不得早于起始日期，跨度不超过三年，请修改起止日期。",
                    "The last day must not lie before the first nor three years after it; change the days.");
        }
    }

    /** The calendar year of a day. */
    static ReturnPeriod yearOf(LocalDate day) {
        return new ReturnPeriod(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
    }

    boolean isCalendarYear() {
        return equals(yearOf(from));
    }

    /** As it stands in the title: 2026年, or 2026年1月1日至2026年3月31日. */
    public String words() {
        return isCalendarYear() ? from.getYear() + "年" : words(from) + "至" + words(to);
    }

    private static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
