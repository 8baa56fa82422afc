package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.lead.LeadAnalysis.Cell;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 三级举报分析 over HTTP (A08, R01): for the offices of a unit, of their own jurisdiction only. */
@RestController
@RequestMapping("/api/leads/analysis")
class LeadAnalysisController {

    private static final int MOST_YEARS = 3;

    private final LeadAnalysis analysis;
    private final ShownCounts shown;
    private final LeadVisibility visibility;
    private final People people;
    private final Clock clock;

    LeadAnalysisController(
            LeadAnalysis analysis, ShownCounts shown, LeadVisibility visibility, People people, Clock clock) {
        this.clock = clock;
        this.analysis = analysis;
        this.shown = shown;
        this.visibility = visibility;
        this.people = people;
    }

    /** The counts of a unit's leads that came in from one day to another, both included; whole half-months that are over. */
    @GetMapping
    Map<String, Object> analysis(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Person person = people.current();
        Set<String> offices = visibility.offices(person);
        if (!offices.contains(unit)) {
            throw Refusal.notFound("没有这个单位的分析，或您无权查看。", "There is no analysis that you may see.");
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw Refusal.of("to", "period", "A08", "截止日期不得早于起始日期，跨度不超过三年。", "The period is wrong or too long.");
        }
        requireWhole("from", from, Period.HALF_MONTH.startOf(from));
        requireWhole("to", to, Period.HALF_MONTH.endOf(to));
        requireOver(to);
        List<Cell> cells = analysis.count(unit, from, to, person);
        return Map.of(
                "unit", unit,
                "from", from,
                "to", to,
                "total", shown.total(cells, unit),
                "tables", shown.tables(cells, unit));
    }

    /** What a running half-month counts today and tomorrow would tell what came in between. */
    private void requireOver(LocalDate to) {
        LocalDate today = LocalDate.now(clock);
        if (!to.isBefore(today)) {
            LocalDate last = Period.HALF_MONTH.startOf(today).minusDays(1);
            throw Refusal.of(
                    "to",
                    "period-over",
                    "A08、D16",
                    "本半月尚未结束，只统计已经结束的半月，截止日期最晚为 " + last + "。",
                    "Only half-months that are over are counted; the last day to ask for is " + last + ".");
        }
    }

    /** Two spans that differ by a day would tell what came in on that day. */
    private static void requireWhole(String field, LocalDate asked, LocalDate whole) {
        if (!asked.equals(whole)) {
            throw Refusal.of(
                    field,
                    "whole-periods",
                    "A08、D16",
                    "只按整半月统计（1 日至 15 日、16 日至月末），“" + asked + "”请改为 " + whole + "。",
                    "Counts are of whole half-months, from the 1st or 16th to the 15th or the last; ask " + whole
                            + ".");
        }
    }
}
