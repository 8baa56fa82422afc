package io.duban.ledger;

import io.duban.engine.Refusal;
import io.duban.ledger.LedgerSearch.Place;
import io.duban.order.Instrument;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 台账页面: filters, rows, figures that open their rows, charts drawn from the tables that stand beside them. */
@Controller
@RequestMapping("/ledger")
class LedgerPages {

    private static final int PAGE = 20;

    private final Ledger ledger;
    private final LedgerStatistics statistics;
    private final LedgerVisibility visibility;
    private final WantedReader reader;
    private final WantedSentence sentence;
    private final SavedViews views;
    private final Organisations organisations;
    private final People people;

    LedgerPages(
            Ledger ledger,
            LedgerStatistics statistics,
            LedgerVisibility visibility,
            WantedReader reader,
            WantedSentence sentence,
            SavedViews views,
            Organisations organisations,
            People people) {
        this.ledger = ledger;
        this.statistics = statistics;
        this.visibility = visibility;
        this.reader = reader;
        this.sentence = sentence;
        this.views = views;
        this.organisations = organisations;
        this.people = people;
    }

    @GetMapping
    String page(
            @RequestParam Map<String, String> filter,
            @RequestParam Optional<String> after,
            HttpServletResponse response,
            Model model) {
        visibility.scope();
        try {
            return page(reader.read(filter), after.map(LedgerController::place).orElse(null), model);
        } catch (Refusal refusal) {
            return refused(refusal, filter, response, model);
        }
    }

    /** What cannot be asked stands above the whole ledger; who may not see is told by the advice. */
    private String refused(Refusal refusal, Map<String, String> filter, HttpServletResponse response, Model model) {
        if (refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        model.addAttribute("refusal", refusal.getMessage());
        return page(
                Wanted.all("PROBLEM".equals(filter.get("kind")) ? EntryKind.PROBLEM : EntryKind.ORDER), null, model);
    }

    private String page(Wanted wanted, @Nullable Place after, Model model) {
        return ledger.together(() -> {
            Asked asked = ledger.ask(wanted);
            List<LedgerLine> found = ledger.page(asked, after, PAGE);
            model.addAttribute("person", people.current().id());
            model.addAttribute("wanted", wanted.parameters());
            model.addAttribute("query", wanted.query());
            model.addAttribute("sentence", sentence.of(wanted));
            model.addAttribute("problems", wanted.kind() == EntryKind.PROBLEM);
            model.addAttribute(
                    "rows",
                    found.stream()
                            .limit(PAGE)
                            .map(line -> LedgerRow.of(line, organisations, asked.today()))
                            .toList());
            model.addAttribute("first", after == null);
            if (found.size() > PAGE) {
                LedgerLine last = found.get(PAGE - 1);
                model.addAttribute("next", new Place(last.month().toString(), last.id()).toString());
            }
            model.addAttribute("statistics", statistics.of(asked));
            model.addAttribute("views", views.own());
            options(wanted, asked, model);
            return "ledger/ledger";
        });
    }

    private void options(Wanted wanted, Asked asked, Model model) {
        List<Unit> units = new ArrayList<>();
        LedgerScope scope = visibility.scope();
        scope.provinces().stream().sorted().forEach(code -> {
            organisations.find(code).ifPresent(units::add);
            units.addAll(organisations.jurisdiction(code));
        });
        scope.districts().stream()
                .sorted()
                .flatMap(code -> organisations.find(code).stream())
                .forEach(units::add);
        wanted.unit()
                .flatMap(organisations::find)
                .filter(unit -> !units.contains(unit))
                .ifPresent(units::add);
        model.addAttribute("units", units);
        model.addAttribute("instruments", Instrument.values());
        model.addAttribute("categories", ProblemCategory.values());
        model.addAttribute("states", StateWanted.of(asked.wanted().kind()));
        model.addAttribute("terms", Lateness.values());
        model.addAttribute("below", units.stream().anyMatch(unit -> unit.level().isAbove(AdminLevel.COUNTY)));
    }

    @GetMapping("/orders/{order}")
    String history(@PathVariable String order, Model model) {
        Ledger.History history = ledger.together(() -> ledger.history(order));
        var today = ledger.ask(Wanted.all(EntryKind.ORDER)).today();
        model.addAttribute("person", people.current().id());
        model.addAttribute("order", LedgerRow.of(history.order(), organisations, today));
        model.addAttribute(
                "lines",
                history.lines().stream()
                        .filter(line -> line.kind() == EntryKind.PROBLEM)
                        .map(line -> LedgerRow.of(line, organisations, today))
                        .toList());
        model.addAttribute("entries", HistoryLine.of(history));
        return "ledger/history";
    }

    /** Keeps the filter the page shows under a name. */
    @PostMapping("/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            HttpServletResponse response,
            Model model) {
        visibility.scope();
        Map<String, String> filter = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        try {
            Wanted wanted = reader.read(filter);
            views.save(name, wanted);
            return "redirect:/ledger?" + wanted.query();
        } catch (Refusal refusal) {
            return refused(refusal, filter, response, model);
        }
    }

    @PostMapping("/views/removal")
    String remove(@RequestParam(defaultValue = "") String name) {
        visibility.scope();
        views.remove(name);
        return "redirect:/ledger";
    }
}
