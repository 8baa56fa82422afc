package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.lead.LeadSearch.Wanted;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.rectification.ProblemCategory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 举报受理台: where staff see what waits for triage, enter what came by telephone or letter, and import tables. */
@Controller
@RequestMapping("/intake")
class IntakeController {

    private static final String REGISTERED = "intake-registered";
    private static final int PAGE = 20;
    private static final int ALERTS = 10;

    private final LeadIntake intake;
    private final IntakeRules rules;
    private final LeadImport imports;
    private final Leads leads;
    private final ReportChannels channels;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final People people;
    private final Supplements supplements;

    IntakeController(
            LeadIntake intake,
            IntakeRules rules,
            LeadImport imports,
            Leads leads,
            ReportChannels channels,
            ReceivingUnits receiving,
            Organisations organisations,
            People people,
            Supplements supplements) {
        this.intake = intake;
        this.rules = rules;
        this.imports = imports;
        this.leads = leads;
        this.channels = channels;
        this.receiving = receiving;
        this.organisations = organisations;
        this.people = people;
        this.supplements = supplements;
    }

    @GetMapping
    String desk(
            @RequestParam(defaultValue = "false") boolean triaged,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        List<Lead> found = leads.page(new Wanted(
                Optional.empty(),
                Optional.of(triaged),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Math.max(0, page),
                PAGE));
        model.addAttribute("person", people.current().id());
        model.addAttribute("triaged", triaged);
        model.addAttribute("page", Math.max(0, page));
        model.addAttribute("hasMore", found.size() > PAGE);
        model.addAttribute(
                "leads",
                found.stream()
                        .limit(PAGE)
                        .map(lead -> LeadView.of(lead, organisations, false))
                        .toList());
        model.addAttribute(
                "supplements",
                supplements.latest(found.stream().map(Lead::leadRef).toList()));
        model.addAttribute("alerts", leads.alerts(0, ALERTS));
        model.addAttribute("gaps", channels.gaps());
        model.addAttribute("registered", taken(request));
        return "intake/desk";
    }

    @GetMapping("/register")
    String form(Model model) {
        return form(Map.of("receivedOn", rules.today().toString(), "sourceLevel", "DISTRICT"), model);
    }

    @PostMapping("/register")
    String register(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, Object> values = TypedForm.values(typed);
        model.addAttribute("dropped", Attached.names(files));
        if ("search".equals(values.get("action"))) {
            model.addAttribute("searched", true);
            return form(values, model);
        }
        try {
            Registered registered = intake.register(StaffReport.from(
                    Fields.of(values, StaffReport.LABELS), Attached.of(files == null ? List.of() : files)));
            request.getSession()
                    .setAttribute(REGISTERED, new String[] {registered.lead().shownNumber(), registered.receipt()});
            return "redirect:/intake";
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", Refused.of(refusal));
            return form(values, model);
        }
    }

    @GetMapping("/import")
    String importForm(Model model) {
        rules.registrar(people.current());
        return importPage(model);
    }

    @PostMapping("/import")
    String importFile(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean again,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            LeadImport.Imported imported = imports.read(file.getBytes(), again);
            response.setStatus(imported.errors().isEmpty() ? 200 : 422);
            model.addAttribute("imported", imported);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("repeated", LeadImport.REPEATED.equals(refusal.rule()));
            model.addAttribute("refusal", Refused.of(refusal));
        }
        return importPage(model);
    }

    private String importPage(Model model) {
        model.addAttribute("person", people.current().id());
        model.addAttribute("columns", LeadImport.COLUMNS);
        model.addAttribute("most", ImportTable.MOST_LINES);
        return "intake/import";
    }

    private String form(Map<String, Object> typed, Model model) {
        rules.registrar(people.current());
        model.addAttribute("person", people.current().id());
        model.addAttribute("typed", typed);
        model.addAttribute("units", receiving.reportable(TypedForm.text(typed, "unitSearch")));
        model.addAttribute(
                "chosen", organisations.find(TypedForm.text(typed, "unit")).orElse(null));
        model.addAttribute("categories", ProblemCategory.values());
        model.addAttribute(
                "channels",
                List.of(LeadChannel.values()).stream()
                        .filter(LeadChannel::isEnteredByStaff)
                        .toList());
        model.addAttribute("levels", SourceLevel.values());
        return "intake/register";
    }

    /** The number and the receipt of what was just entered, this once. */
    private static String @Nullable [] taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(REGISTERED) instanceof String[] registered) {
            session.removeAttribute(REGISTERED);
            return registered;
        }
        return null;
    }
}
