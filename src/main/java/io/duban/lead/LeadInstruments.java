package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.engine.Decisions;
import io.duban.engine.Refusal;
import io.duban.lead.LeadHandlingRepository.HandlingNotes;
import io.duban.lead.LeadHandlingRepository.Suggestion;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.Question;
import io.duban.order.Instrument;
import io.duban.order.OrderProposals;
import io.duban.order.OrderProposals.Proposal;
import io.duban.order.OrdersAgainst;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.rectification.ProblemCategory;
import io.duban.rectification.ProblemDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办方式 (D03): what follows from a founded lead; the decision advises, the office chooses, a draft is made. */
@Service
@Transactional
class LeadInstruments implements KnownToModels {

    static final Question QUESTION = Question.many("chooseInstrument")
            .yesNo("validLead", "untimely", "severe", "vile", "leaderConcern", "publicReaction", "countyVerified")
            .input("subject", List.of("SCHOOL", "INSTITUTION", "GOVERNMENT"))
            .text(
                    "instrument",
                    Stream.of(SuggestedInstrument.values()).map(Enum::name).collect(Collectors.toSet()))
            .text("reason");

    private final LeadRepository leads;
    private final LeadHandlingRepository notes;
    private final Decisions decisions;
    private final Organisations organisations;
    private final OrderProposals proposals;
    private final OrdersAgainst against;
    private final AuditTrail audit;

    LeadInstruments(
            LeadRepository leads,
            LeadHandlingRepository notes,
            Decisions decisions,
            Organisations organisations,
            OrderProposals proposals,
            OrdersAgainst against,
            AuditTrail audit) {
        this.leads = leads;
        this.notes = notes;
        this.decisions = decisions;
        this.organisations = organisations;
        this.proposals = proposals;
        this.against = against;
        this.audit = audit;
    }

    @Override
    public void tell(Known known) {
        known.question(QUESTION);
    }

    /** Asks the decision and keeps its advice; whether anything but the periodic notice is advised. */
    boolean suggest(String leadRef) {
        Lead lead = leads.lock(leadRef);
        List<Suggestion> advised = advise(
                lead, notes.notes(leadRef).untimely() || notes.notes(leadRef).overdue());
        notes.suggest(leadRef, advised);
        Optional.ofNullable(lead.accusedUnit()).ifPresent(against::reassess);
        return advised.stream().anyMatch(each -> each.instrument() != SuggestedInstrument.SUPERVISION_NOTICE);
    }

    /** What D03 advises for a lead, in the order of its rules, each instrument once. */
    List<Suggestion> advise(Lead lead, boolean untimely) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("validLead", lead.handling().isValid());
        inputs.put("untimely", untimely);
        inputs.put("severe", lead.triage().severe());
        inputs.put("vile", lead.triage().vile());
        inputs.put("leaderConcern", lead.triage().leaderConcern());
        inputs.put("publicReaction", lead.triage().publicReaction());
        inputs.put("countyVerified", isCounty(lead));
        inputs.put("subject", subjectOf(lead));
        Map<SuggestedInstrument, String> advised = new LinkedHashMap<>();
        decisions
                .ask(lead.leadRef(), "chooseInstrument", inputs)
                .forEach(rule -> advised.merge(
                        SuggestedInstrument.valueOf(String.valueOf(rule.get("instrument"))),
                        String.valueOf(rule.get("reason")),
                        (one, other) -> one + "、" + other));
        return advised.entrySet().stream()
                .map(each -> new Suggestion(each.getKey(), each.getValue()))
                .toList();
    }

    /** A county that received the lead has verified it itself and can issue a letter (G17). */
    private boolean isCounty(Lead lead) {
        return organisations.get(lead.receivingUnit()).level() == AdminLevel.COUNTY;
    }

    private String subjectOf(Lead lead) {
        AdminLevel level = organisations
                .get(Optional.ofNullable(lead.accusedUnit()).orElse(lead.receivingUnit()))
                .level();
        return switch (level) {
            case SCHOOL, TOWNSHIP_CENTRE -> "SCHOOL";
            case INSTITUTION -> "INSTITUTION";
            default -> "GOVERNMENT";
        };
    }

    /** 选定督办方式: keeps the choice; whether an order is to be drafted. */
    boolean choose(String leadRef, Choice choice) {
        leads.lock(leadRef);
        choice.requireComplete();
        Map<String, @Nullable Object> noted = new LinkedHashMap<>();
        noted.put("instrument", choice.instrument().map(Enum::name).orElse(null));
        noted.put("instrument_reason", choice.reason());
        noted.put("covert_inspection", choice.covertInspection());
        noted.put("publication", choice.publication());
        noted.put("order_title", choice.title().orElse(null));
        noted.put("order_problem", choice.problem().orElse(null));
        noted.put("order_requirement", choice.requirement().orElse(null));
        noted.put("order_due", choice.due().orElse(null));
        notes.note(leadRef, noted);
        audit.record(leadRef, "LEAD_INSTRUMENT_CHOSEN", "选定督办方式：" + choice.shown());
        return choice.instrument().isPresent();
    }

    /** 拟督办单草稿 in the name of whoever chose it. */
    void draftOrder(String leadRef) {
        Lead lead = leads.lock(leadRef);
        HandlingNotes noted = notes.notes(leadRef);
        Instrument instrument =
                Instrument.valueOf(Optional.ofNullable(noted.instrument()).orElseThrow());
        draft(
                lead,
                instrument,
                String.valueOf(noted.orderTitle()),
                new ProblemDraft(
                        categoryOf(lead),
                        String.valueOf(noted.orderProblem()),
                        noted.orderRequirement(),
                        noted.orderDue()));
    }

    /** Drafts an order from a founded lead and links the two by the lead's opaque reference. */
    String draft(Lead lead, Instrument instrument, String title, ProblemDraft problem) {
        String accused = Optional.ofNullable(lead.accusedUnit()).orElseThrow(LeadInstruments::noUnit);
        String addressee = instrument == Instrument.KEY_ISSUE_ORDER
                ? organisations.districtOf(accused).code()
                : accused;
        String order = proposals.draft(new Proposal(
                instrument,
                title,
                addressee,
                accused,
                String.valueOf(lead.summary()),
                "经核查认定"
                        + Optional.ofNullable(lead.handling().conclusion())
                                .map(LeadConclusion::label)
                                .orElse("属实"),
                List.of(problem),
                lead.leadRef()));
        leads.change(lead).set("order_id", order).set("state", LeadState.CLOSED).write();
        audit.record(lead.leadRef(), "LEAD_PROMOTED", "转" + instrument.label() + "，已拟草稿");
        return order;
    }

    static ProblemCategory categoryOf(Lead lead) {
        return Optional.ofNullable(lead.category()).orElse(ProblemCategory.SCHOOL_RUNNING);
    }

    private static Refusal noUnit() {
        return Refusal.of("instrument", "accused-unit", "A48", "线索没有明确被举报单位，不能拟督办单。", "The lead names no unit.");
    }
}
