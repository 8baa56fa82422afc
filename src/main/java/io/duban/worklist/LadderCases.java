package io.duban.worklist;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilityDossier;
import io.duban.audit.AuditTrail;
import io.duban.calendar.WorkingDays;
import io.duban.engine.Refusal;
import io.duban.engine.Stage;
import io.duban.engine.StandingAside;
import io.duban.interview.InterviewDossier;
import io.duban.interview.Interviews;
import io.duban.order.OrderCaseFile;
import io.duban.organisation.People;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The worklist's view of interviews (约谈) and accountability cases (问责). */
@Component
class LadderCases implements CaseBook {

    private static final int LONGEST_TIMELINE = 500;

    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final LadderCards cards;
    private final OrderCaseFile orders;
    private final People people;
    private final CaseTerms terms;
    private final AuditTrail audit;
    private final Names names;
    private final StandingAside aside;

    LadderCases(
            Interviews interviews,
            Accountabilities accountabilities,
            LadderCards cards,
            OrderCaseFile orders,
            People people,
            CaseTerms terms,
            AuditTrail audit,
            Names names,
            StandingAside aside) {
        this.aside = aside;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.cards = cards;
        this.orders = orders;
        this.people = people;
        this.terms = terms;
        this.audit = audit;
        this.names = names;
    }

    @Override
    public boolean knows(String caseId) {
        return sheet(caseId).isPresent();
    }

    @Override
    public Optional<Stage> stageOf(String caseId) {
        return sheet(caseId).map(LadderSheet::stage);
    }

    @Override
    public Card card(String caseId, @Nullable String subjectId, String taskKey) {
        return Objects.requireNonNull(cards.of(List.of(new CaseTask(caseId, taskKey, caseId, subjectId)))
                .get(caseId));
    }

    @Override
    public Map<String, Card> cards(Collection<CaseTask> tasks) {
        return cards.of(tasks);
    }

    /** Those of the order's issuer and above, unless entangled in the order; a party reads what it was told. */
    @Override
    public Optional<Dossier> readable(String caseId) {
        return isWhole(caseId) ? Optional.of(whole(caseId)) : told(caseId);
    }

    @Override
    public boolean isWhole(String caseId) {
        return orderOf(caseId)
                        .filter(orders::isWhole)
                        .flatMap(orders::readable)
                        .filter(order -> people.sees(order.issuerUnit()))
                        .isPresent()
                && !aside.isAside(caseId);
    }

    @Override
    public boolean mayKnow(String caseId) {
        return readable(caseId).isPresent();
    }

    @Override
    public CaseExtras extras(String caseId) {
        return new CaseExtras(
                isWhole(caseId),
                false,
                orderOf(caseId).flatMap(orders::readable).stream()
                        .map(order -> new CaseExtras.Related(
                                order.id(), CaseExtras.ORDER, String.valueOf(order.number()), order.stateLabel()))
                        .toList(),
                Map.of(),
                List.of());
    }

    @Override
    public EntryStanding standing(String caseId) {
        if (isWhole(caseId)) {
            return EntryStanding.ISSUER;
        }
        return told(caseId).isPresent() ? EntryStanding.subject(Set.of()) : EntryStanding.NONE;
    }

    private Optional<String> orderOf(String caseId) {
        return interviews
                .find(caseId)
                .map(InterviewDossier::orderId)
                .or(() -> accountabilities.find(caseId).map(AccountabilityDossier::orderId));
    }

    /** Who has a task in the case reads no more of it than outside of the task. */
    @Override
    public Dossier dossier(String caseId) {
        return readable(caseId).orElseThrow(() -> Refusal.notFound("没有您可以查看的案情。", "No dossier that you may see."));
    }

    private Dossier whole(String caseId) {
        LadderSheet sheet = sheet(caseId).orElseThrow();
        return sheet.dossier(
                caseId,
                terms.of(caseId, sheet.parts()),
                audit.of(caseId, LONGEST_TIMELINE).stream()
                        .map(each -> new Dossier.Step(
                                each.at().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                                names.of(each.actor()),
                                each.sentence()))
                        .toList());
    }

    /** Without the trail and the terms, which are the issuer's; but the term of an interview is set to its party. */
    private Optional<Dossier> told(String caseId) {
        return interviews
                .toldTo(caseId)
                .map(told -> LadderSheet.of(told).dossier(caseId, terms.of(caseId), List.of()))
                .or(() -> accountabilities
                        .toldTo(caseId)
                        .map(told -> LadderSheet.of(told).dossier(caseId, List.of(), List.of())));
    }

    private Optional<LadderSheet> sheet(String caseId) {
        return interviews
                .find(caseId)
                .map(LadderSheet::of)
                .or(() -> accountabilities.find(caseId).map(LadderSheet::of));
    }
}
