package io.duban.returns;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.People;
import io.duban.organisation.Unit;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 附件5 on a page: choose unit and period, read the table, open what a number counts, fill in what is one's own. */
@Controller
@RequestMapping("/returns/annex-5")
class AnnexFivePages {

    private static final int PAGE = 50;

    private final AnnexFive returns;
    private final AnnexFiveRows rows;
    private final ReturnUnits units;
    private final People people;
    private final Clock clock;

    AnnexFivePages(AnnexFive returns, AnnexFiveRows rows, ReturnUnits units, People people, Clock clock) {
        this.returns = returns;
        this.rows = rows;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String table(
            @RequestParam Optional<String> unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            @RequestParam(defaultValue = "false") boolean saved,
            HttpServletResponse response,
            Model model) {
        ReturnPeriod year = ReturnPeriod.yearOf(LocalDate.now(clock));
        String chosen = unit.or(() -> units.first().map(Unit::code)).orElse("");
        model.addAttribute("saved", saved);
        try {
            ReturnPeriod period = new ReturnPeriod(from.orElse(year.from()), to.orElse(year.to()));
            return page(returns.of(chosen, period), Optional.empty(), model);
        } catch (Refusal refusal) {
            if (refusal.status().value() == HttpServletResponse.SC_NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", RefusedReturn.of(refusal));
            return page(returns.of(chosen, year), Optional.empty(), model);
        }
    }

    @PostMapping
    String fill(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        ReturnPeriod period = new ReturnPeriod(from, to);
        try {
            returns.fill(unit, period, Fields.of(TypedValues.sent(sent)));
            return "redirect:/returns/annex-5?unit=" + unit + "&from=" + from + "&to=" + to + "&saved=true";
        } catch (Refusal refusal) {
            AnnexFiveReturn shown = returns.of(unit, period);
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", RefusedReturn.of(refusal));
            model.addAttribute("saved", false);
            return page(shown, Optional.of(sent.toSingleValueMap()), model);
        }
    }

    @GetMapping("/rows")
    String rows(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam String figure,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        ReturnPeriod period = new ReturnPeriod(from, to);
        model.addAttribute("counted", rows.of(unit, period, CellKey.parse(figure), Math.max(0, page), PAGE));
        model.addAttribute("unit", units.visible(unit));
        model.addAttribute("period", period);
        model.addAttribute("person", people.current().id());
        return "returns/rows";
    }

    private String page(AnnexFiveReturn shown, Optional<Map<String, String>> sent, Model model) {
        Map<String, Object> typed = new LinkedHashMap<>();
        shown.stages().forEach((problem, stage) -> typed.put(TypedValues.STAGE + problem, stage.name()));
        typed.putAll(TypedValues.mainProblems(shown.mainProblems()));
        shown.own().ifPresent(own -> typed.putAll(TypedValues.of(own.typed())));
        sent.ifPresent(typed::putAll);
        typed.put("version", shown.version());
        model.addAttribute("person", people.current().id());
        model.addAttribute("shown", shown);
        model.addAttribute("title", shown.title());
        model.addAttribute("typed", typed);
        model.addAttribute("choices", units.choices(shown.unit()));
        model.addAttribute("periods", Shortcut.around(LocalDate.now(clock)));
        boolean above = shown.unit().level().isAbove(AdminLevel.COUNTY);
        model.addAttribute("placing", above ? List.of() : shown.ofBothStages());
        model.addAttribute("total", ReturnColumn.TOTAL);
        model.addAttribute("office", ReturnColumn.DISTRICT_OFFICE);
        model.addAttribute(
                "figures", Stream.of(Figure.values()).collect(Collectors.toMap(Figure::key, Function.identity())));
        model.addAttribute("inspected", TypedPart.explained());
        model.addAttribute("rectified", Figure.rectified());
        model.addAttribute("accountable", Figure.accountable());
        return "returns/annex-5";
    }
}
