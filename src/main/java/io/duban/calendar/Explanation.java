package io.duban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts a reckoning into Chinese (期限说明): people believe a date when they can count along. */
final class Explanation {

    static final String PROVISIONAL = "（暂定：所跨年度的放假安排尚未载入，载入后自动更正）";

    private static final List<String> WEEKEND = List.of("周六", "周日");

    private Explanation() {}

    static String of(DueDate term, LocalDate today) {
        return position(term, today)
                + end(term.due(), today)
                + skipped(term.skipped(), today)
                + (term.provisional() ? PROVISIONAL : "");
    }

    /** 9月24日, or 2027年1月4日 when it is not in the year of the day on which it is read. */
    static String day(LocalDate date, LocalDate today) {
        var monthAndDay = date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return date.getYear() == today.getYear() ? monthAndDay : date.getYear() + "年" + monthAndDay;
    }

    static String end(LocalDate due, LocalDate today) {
        return day(due, today) + " 24:00 到期";
    }

    static String amount(int amount, TermUnit unit) {
        return unit == TermUnit.WORKING_DAYS ? amount + " 个工作日" : amount + " 个自然日";
    }

    private static String position(DueDate term, LocalDate today) {
        int all = term.counted().size();
        if (today.isAfter(term.due())) {
            return "已逾期，";
        }
        if (all == 0) {
            return "";
        }
        long passed = term.counted().stream().filter(day -> !day.isAfter(today)).count();
        return passed == 0
                ? "尚未起算，共 " + amount(all, term.unit()) + "，"
                : "第 " + passed + " / " + amount(all, term.unit()) + "，";
    }

    private static String skipped(List<SkippedDay> days, LocalDate today) {
        if (days.isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        int start = 0;
        for (int next = 1; next <= days.size(); next++) {
            if (next == days.size() || !belongsTo(days.get(next - 1), days.get(next))) {
                parts.add(range(days.subList(start, next), today));
                start = next;
            }
        }
        return "；跳过：" + String.join("、", parts);
    }

    private static boolean belongsTo(SkippedDay day, SkippedDay next) {
        boolean sameReason =
                day.reason().equals(next.reason()) || WEEKEND.contains(day.reason()) && WEEKEND.contains(next.reason());
        return sameReason && day.date().plusDays(1).equals(next.date());
    }

    private static String range(List<SkippedDay> days, LocalDate today) {
        var first = days.get(0);
        var last = days.get(days.size() - 1);
        if (days.size() == 1) {
            return day(first.date(), today) + " " + first.reason();
        }
        boolean sameMonth = first.date().getMonth() == last.date().getMonth();
        var end = sameMonth ? last.date().getDayOfMonth() + "日" : day(last.date(), today);
        var reason = WEEKEND.contains(first.reason()) ? "周末" : first.reason();
        return day(first.date(), today) + "—" + end + " " + reason;
    }
}
