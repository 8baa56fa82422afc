package io.duban.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 期限条: a deadline day by day, counted days numbered, skipped days by the name of what was celebrated. */
record DeadlineStrip(Dossier.Term term, List<Day> days, boolean dense) {

    private static final int LONGEST = 120;
    private static final int DENSE = 24;
    private static final String[] WEEK = {"一", "二", "三", "四", "五", "六", "日"};

    static DeadlineStrip of(Dossier.Term term, LocalDate today) {
        Map<LocalDate, String> skipped = term.skipped().stream()
                .collect(Collectors.toMap(Dossier.Skipped::date, Dossier.Skipped::reason, (one, other) -> one));
        LocalDate last = last(term, today);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = term.start(); !day.isAfter(last) && days.size() < LONGEST; day = day.plusDays(1)) {
            days.add(day(term, day, skipped.getOrDefault(day, ""), today));
        }
        return new DeadlineStrip(term, days, days.size() > DENSE);
    }

    private static LocalDate last(Dossier.Term term, LocalDate today) {
        LocalDate end = term.closedOn() != null ? term.closedOn() : isRunning(term) ? today : term.due();
        return term.overdueDays() > 0 && end.isAfter(term.due()) ? end : term.due();
    }

    private static Day day(Dossier.Term term, LocalDate day, String reason, LocalDate today) {
        int number = term.counted().indexOf(day) + 1;
        boolean start = day.equals(term.start()) && number == 0;
        boolean late = day.isAfter(term.due());
        String kind = late ? "late" : start ? "start" : number > 0 ? "counted" : "skipped";
        String note = start ? "起" : late ? "超" : number > 0 ? String.valueOf(number) : reason.isEmpty() ? "–" : reason;
        String meaning = start
                ? "起算日，不计入"
                : late ? "已超期" : number > 0 ? "计入，第 " + number + " 日" : "不计：" + (reason.isEmpty() ? "非工作日" : reason);
        return new Day(
                day.getMonthValue() + "/" + day.getDayOfMonth(),
                WEEK[day.getDayOfWeek().getValue() - 1],
                note,
                kind + (day.equals(today) ? " today" : "") + (day.equals(term.due()) ? " due" : ""),
                day + " · " + meaning + (day.equals(term.due()) ? " · 届满日" : "") + (day.equals(today) ? " · 今天" : ""));
    }

    /** What people read under 期限: where the deadline stands. */
    public String standing() {
        if (term.overdueDays() > 0) {
            return (isOpen() ? "已" : term.statusLabel() + " · ") + "超期 " + term.overdueDays() + " 个工作日";
        }
        return term.day() != null && term.of() != null && isOpen()
                ? term.statusLabel() + " · 第 " + term.day() + " / " + term.of() + " 天"
                : term.statusLabel();
    }

    public boolean isOpen() {
        return isRunning(term);
    }

    private static boolean isRunning(Dossier.Term term) {
        return term.status().equals("OPEN") || term.status().equals("OVERDUE");
    }

    /** One day of the strip. */
    record Day(String date, String week, String note, String kind, String meaning) {}
}
