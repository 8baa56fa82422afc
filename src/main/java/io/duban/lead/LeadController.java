package io.duban.lead;

import io.duban.casework.Place;
import io.duban.casework.TypedCommands;
import io.duban.form.Fields;
import io.duban.lead.LeadSearch.Wanted;
import io.duban.organisation.Organisations;
import io.duban.reporter.KeptFile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 问题线索 over HTTP: register, read, search, compare, triage; and the alerts of the conflict lock. */
@RestController
@RequestMapping("/api/leads")
class LeadController {

    private final LeadIntake intake;
    private final LeadTriage triage;
    private final LeadDuplicates duplicates;
    private final Leads leads;
    private final TypedCommands commands;
    private final Organisations organisations;

    LeadController(
            LeadIntake intake,
            LeadTriage triage,
            LeadDuplicates duplicates,
            Leads leads,
            TypedCommands commands,
            Organisations organisations) {
        this.intake = intake;
        this.triage = triage;
        this.duplicates = duplicates;
        this.leads = leads;
        this.commands = commands;
        this.organisations = organisations;
    }

    /** Registers a report: {@code channel}, {@code sourceLevel}, {@code receivedOn}, {@code unit}, {@code text} … */
    @PostMapping
    ResponseEntity<Map<String, String>> register(@RequestBody TypedBody body) {
        Registered registered = intake.register(StaffReport.from(body.fields(), List.of()));
        String leadRef = registered.lead().leadRef();
        return ResponseEntity.created(URI.create("/api/leads/" + leadRef))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of(
                        "leadRef",
                        leadRef,
                        "number",
                        registered.lead().shownNumber(),
                        "receipt",
                        registered.receipt()));
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam Optional<LeadState> state,
            @RequestParam Optional<Boolean> triaged,
            @RequestParam Optional<LeadChannel> channel,
            @RequestParam Optional<LeadTopic> topic,
            @RequestParam Optional<String> unit,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        List<Lead> found = leads.page(new Wanted(state, triaged, channel, topic, unit, page, size));
        return Map.of(
                "items",
                found.stream().limit(size).map(this::view).toList(),
                "page",
                page,
                "size",
                size,
                "hasMore",
                found.size() > size);
    }

    /** 回避警示 of the caller's office. */
    @GetMapping("/alerts")
    List<ConflictAlert> alerts(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return leads.alerts(page, size);
    }

    @GetMapping("/{leadRef}")
    LeadView one(@PathVariable String leadRef) {
        return view(leads.visible(leadRef));
    }

    /** Leads this one may repeat, by unit, category and likeness of the summaries. */
    @GetMapping("/{leadRef}/duplicates")
    List<Map<String, Object>> duplicates(@PathVariable String leadRef) {
        Lead lead = leads.visible(leadRef);
        String summary = lead.summary();
        return duplicates.proposals(lead, summary == null ? "" : summary).stream()
                .map(each -> Map.<String, Object>of(
                        "lead",
                        view(each.lead()),
                        "score",
                        Math.round(each.score() * 100) / 100.0,
                        "sameUnit",
                        each.sameUnit(),
                        "sameCategory",
                        each.sameCategory(),
                        "textLikeness",
                        Math.round(each.text() * 100) / 100.0))
                .toList();
    }

    @PostMapping("/{leadRef}/triage")
    LeadView triage(@PathVariable String leadRef, @RequestBody TypedBody body) {
        Fields fields = body.fields();
        return view(commands.carryOut(
                LeadSteps.TRIAGE,
                fields,
                () -> triage.triage(leadRef, LeadTriageForm.from(fields)),
                triaged -> Place.of(leadRef)));
    }

    private LeadView view(Lead lead) {
        return LeadView.of(lead, organisations, leads.isReceivers(lead));
    }

    /** 举报原文, for those who handle the lead; each reading stands in the trail with its purpose. */
    @GetMapping("/{leadRef}/text")
    ResponseEntity<OriginalText> text(@PathVariable String leadRef, @RequestParam ReadingPurpose purpose) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new OriginalText(leads.text(leadRef, purpose)));
    }

    @GetMapping("/{leadRef}/files/{number}")
    ResponseEntity<byte[]> file(
            @PathVariable String leadRef, @PathVariable int number, @RequestParam ReadingPurpose purpose) {
        return download(leads.file(leadRef, number, purpose));
    }

    /** As a download that no browser opens by itself; the name says nothing. */
    static ResponseEntity<byte[]> download(KeptFile file) {
        String ending = file.fileName().substring(file.fileName().lastIndexOf('.'));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.number() + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }
}
