package io.duban.lead;

import io.duban.casework.Place;
import io.duban.casework.TypedCommands;
import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.rectification.ProblemCategory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 研判页: one lead, its summary to be written, its unit confirmed, its duplicates proposed. */
@Controller
@RequestMapping("/intake/leads/{leadRef}")
class TriageController {

    private final Leads leads;
    private final LeadTriage triage;
    private final LeadDuplicates duplicates;
    private final TypedCommands commands;
    private final ReceivingUnits receiving;
    private final Organisations organisations;
    private final People people;

    TriageController(
            Leads leads,
            LeadTriage triage,
            LeadDuplicates duplicates,
            TypedCommands commands,
            ReceivingUnits receiving,
            Organisations organisations,
            People people) {
        this.leads = leads;
        this.triage = triage;
        this.duplicates = duplicates;
        this.commands = commands;
        this.receiving = receiving;
        this.organisations = organisations;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable String leadRef, Model model) {
        Lead lead = leads.visible(leadRef);
        Map<String, Object> typed = new HashMap<>();
        typed.put("inScope", true);
        if (lead.accusedUnit() != null) {
            typed.put("accusedUnit", lead.accusedUnit());
        }
        if (lead.category() != null) {
            typed.put("category", lead.category().name());
        }
        return page(lead, typed, model);
    }

    /** One of four buttons: read the text, look for a unit, look for duplicates, triage. */
    @PostMapping
    String act(
            @PathVariable String leadRef,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "triage") String action,
            HttpServletResponse response,
            Model model) {
        Map<String, Object> typed = TypedForm.values(sent);
        Lead lead = leads.visible(leadRef);
        try {
            switch (action) {
                case "text" -> {
                    model.addAttribute("original", leads.text(leadRef, ReadingPurpose.TRIAGE));
                    model.addAttribute("files", leads.files(leadRef));
                }
                case "similar", "search" -> model.addAttribute("looked", action);
                default -> {
                    Fields fields = Fields.of(typed);
                    commands.carryOut(
                            LeadSteps.TRIAGE,
                            fields,
                            () -> triage.triage(leadRef, LeadTriageForm.from(fields)),
                            triaged -> Place.of(leadRef));
                    return "redirect:/intake?triaged=true";
                }
            }
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", Refused.of(refusal));
        }
        return page(lead, typed, model);
    }

    @GetMapping("/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable String leadRef, @PathVariable int number) {
        return LeadController.download(leads.file(leadRef, number, ReadingPurpose.TRIAGE));
    }

    private String page(Lead lead, Map<String, Object> typed, Model model) {
        model.addAttribute("person", people.current().id());
        model.addAttribute("lead", LeadView.of(lead, organisations, false));
        model.addAttribute("typed", typed);
        model.addAttribute("units", receiving.reportable(TypedForm.text(typed, "unitSearch")));
        model.addAttribute(
                "chosen",
                organisations.find(TypedForm.text(typed, "accusedUnit")).orElse(null));
        model.addAttribute("categories", ProblemCategory.values());
        model.addAttribute("topics", LeadTopic.values());
        List<DuplicateProposal> proposals =
                lead.isTriaged() ? List.of() : duplicates.proposals(lead, TypedForm.text(typed, "summary"));
        model.addAttribute("proposals", proposals);
        return "intake/triage";
    }
}
