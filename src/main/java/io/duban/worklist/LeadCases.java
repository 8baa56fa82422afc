package io.duban.worklist;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Stage;
import io.duban.lead.LeadBook;
import io.duban.lead.LeadHeading;
import io.duban.lead.LeadSide;
import io.duban.lead.LeadSides;
import io.duban.lead.Leads;
import io.duban.order.OrderCaseFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The worklist's view of leads (问题线索), notices (督办通知) and consultations (会商). */
@Component
class LeadCases implements CaseBook {

    private static final int LONGEST_TIMELINE = 500;

    /**
     * What the side that received a lead makes of it, how long it lay there, who looked at what and who was turned away:
     * not for those who only verify it.
     */
    private static final Set<String> RECEIVERS_OWN =
            Set.of(("LEAD_INSTRUMENT_CHOSEN LEAD_PROMOTED APPROVAL_REMINDED CONFLICT_REFUSED PAPER_READ EVIDENCE_READ"
                            + " CASE_FILE_EXPORTED")
                    .split(" "));

    private final LeadBook book;
    private final LeadSides sides;
    private final Leads leads;
    private final OrderCaseFile orders;
    private final Deadlines deadlines;
    private final CaseTerms terms;
    private final AuditTrail audit;
    private final Names names;
    private final Clock clock;

    LeadCases(
            LeadBook book,
            LeadSides sides,
            Leads leads,
            OrderCaseFile orders,
            Deadlines deadlines,
            CaseTerms terms,
            AuditTrail audit,
            Names names,
            Clock clock) {
        this.book = book;
        this.sides = sides;
        this.leads = leads;
        this.orders = orders;
        this.deadlines = deadlines;
        this.terms = terms;
        this.audit = audit;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseId) {
        return book.heading(caseId).isPresent();
    }

    @Override
    public Optional<Stage> stageOf(String caseId) {
        return book.heading(caseId).map(LeadHeading::stage);
    }

    @Override
    public Card card(String caseId, @Nullable String subjectId, String taskKey) {
        return Objects.requireNonNull(
                cards(List.of(new CaseTask(caseId, taskKey, caseId, subjectId))).get(caseId));
    }

    @Override
    public Map<String, Card> cards(Collection<CaseTask> tasks) {
        Map<String, LeadHeading> headings =
                book.headings(tasks.stream().map(CaseTask::caseId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(LeadHeading::id, Function.identity()));
        if (headings.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Deadline>> open = deadlines.openOf(headings.keySet());
        LocalDate today = LocalDate.now(clock);
        Map<String, Card> cards = new HashMap<>();
        tasks.stream()
                .filter(task -> headings.containsKey(task.caseId()))
                .forEach(task -> cards.put(
                        task.taskId(),
                        card(headings.get(task.caseId()), open.getOrDefault(task.caseId(), List.of()), today)));
        return cards;
    }

    private static Card card(LeadHeading heading, List<Deadline> open, LocalDate today) {
        return Card.of(
                heading.number(),
                heading.title(),
                heading.unit(),
                heading.kindLabel(),
                heading.stage().name(),
                heading.stage().label(),
                open,
                today);
    }

    @Override
    public Optional<Dossier> readable(String caseId) {
        return book.heading(caseId)
                .filter(heading -> sides.of(caseId) != LeadSide.NONE)
                .map(heading -> dossier(caseId));
    }

    @Override
    public boolean isWhole(String caseId) {
        return leads.isReadable(caseId) && leads.isReceivers(caseId);
    }

    @Override
    public boolean mayKnow(String caseId) {
        return leads.isReadable(caseId);
    }

    /** The orders made from the lead, as far as the person stands on their issuing side. */
    @Override
    public CaseExtras extras(String caseId) {
        return new CaseExtras(
                false,
                false,
                orders.madeFrom(caseId).stream()
                        .map(each ->
                                new CaseExtras.Related(each.id(), CaseExtras.ORDER, each.number(), each.stateLabel()))
                        .toList(),
                Map.of(),
                List.of());
    }

    @Override
    public EntryStanding standing(String caseId) {
        return switch (sides.of(caseId)) {
            case RECEIVER -> EntryStanding.ISSUER;
            case HANDLER -> EntryStanding.addressee(unit -> true);
            case NONE -> EntryStanding.NONE;
        };
    }

    @Override
    public Dossier dossier(String caseId) {
        LeadHeading heading = book.heading(caseId).orElseThrow();
        boolean whole = leads.isReceivers(caseId);
        return new Dossier(
                caseId,
                heading.kind(),
                heading.kindLabel(),
                heading.number(),
                heading.title(),
                heading.stage().name(),
                heading.stage().label(),
                book.facts(caseId).stream()
                        .map(each -> new Dossier.Fact(each.label(), each.value()))
                        .toList(),
                terms.of(caseId),
                List.of(),
                audit.of(caseId, LONGEST_TIMELINE).stream()
                        .filter(each -> whole || !RECEIVERS_OWN.contains(each.action()))
                        .map(each -> new Dossier.Step(
                                each.at().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                                names.of(each.actor()),
                                each.sentence()))
                        .toList());
    }
}
