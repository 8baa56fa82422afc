package io.duban.accountability;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.ReadingPerson;
import io.duban.organisation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * 当事单位 (问责办法 art. 14, 16): a unit that was notified reads of the case what it was told, what it said, and the
 * decision once that is delivered; the unit the decision is addressed to reads it from then on. Nobody else, and never how
 * the facts were found or the decision came about.
 */
@Component
class AccountabilityParties {

    private final AccountabilityRepository cases;
    private final FactFindingRepository facts;
    private final HearingRepository hearings;
    private final DecisionRepository decisions;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final People people;
    private final ReadingPerson reading;

    AccountabilityParties(
            AccountabilityRepository cases,
            FactFindingRepository facts,
            HearingRepository hearings,
            DecisionRepository decisions,
            Deadlines deadlines,
            Organisations organisations,
            People people,
            ReadingPerson reading) {
        this.cases = cases;
        this.facts = facts;
        this.hearings = hearings;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.people = people;
        this.reading = reading;
    }

    /** What the units of the person asking were told of the case; empty before they were told anything. */
    Optional<Told> told(Accountability accountability) {
        Set<String> units = reading.of(accountability.id()).answersFor();
        List<Notified> notified = units.isEmpty() ? List.of() : notified(accountability, units);
        boolean concerned = units.contains(accountability.addresseeUnit())
                || notified.stream().anyMatch(each -> each.round() == accountability.round());
        boolean decided = accountability.state().isDelivered() && concerned;
        return notified.isEmpty() && !decided
                ? Optional.empty()
                : Optional.of(new Told(accountability, notified, decided));
    }

    /** The newest cases of which the units of the person asking were told. */
    List<AccountabilityHeading> headings(int most) {
        Set<String> units = people.current().answersFor();
        List<Accountability> found = units.isEmpty() ? List.of() : cases.toldTo(units, most);
        return found.stream()
                .flatMap(each -> told(each).stream())
                .map(AccountabilityParties::heading)
                .toList();
    }

    private static AccountabilityHeading heading(Told told) {
        Accountability accountability = told.accountability();
        AccountabilityState state = accountability.state().asToldToParties();
        return new AccountabilityHeading(
                accountability.id(),
                accountability.orderNumber(),
                accountability.title(),
                accountability.addresseeUnit(),
                state,
                state.label());
    }

    AccountabilitySummary summary(Told told) {
        Accountability accountability = told.accountability();
        AccountabilityState state = accountability.state().asToldToParties();
        return new AccountabilitySummary(
                accountability.id(),
                accountability.orderId(),
                state,
                state.label(),
                AccountabilityGround.labels(accountability.grounds()),
                told.decided() ? accountability.number() : null,
                null);
    }

    AccountabilityDossier dossier(Told told) {
        Accountability accountability = told.accountability();
        AccountabilityState state = accountability.state().asToldToParties();
        List<AccountabilityDossier.Fact> lines = new ArrayList<>();
        add(lines, "督办编号", accountability.orderNumber());
        add(lines, "问责单位", name(accountability.issuerUnit()));
        add(lines, "问责情形", AccountabilityGround.labels(accountability.grounds()));
        told.notified().forEach(each -> heard(accountability, each, lines));
        if (told.decided()) {
            decided(accountability, lines);
        }
        return new AccountabilityDossier(
                accountability.id(),
                accountability.orderId(),
                accountability.orderNumber(),
                accountability.title(),
                state,
                state.label(),
                List.copyOf(lines),
                told.notified().stream().map(each -> subject(each, told)).toList());
    }

    private List<Notified> notified(Accountability accountability, Set<String> units) {
        return IntStream.rangeClosed(1, accountability.round())
                .boxed()
                .flatMap(round -> facts.subjects(accountability.id(), round).all().stream()
                        .filter(each -> each.kind().isUnit() && units.contains(each.unit()))
                        .flatMap(each ->
                                hearings.notice(each).stream().map(notice -> new Notified(round, each, notice))))
                .toList();
    }

    private void heard(Accountability accountability, Notified each, List<AccountabilityDossier.Fact> lines) {
        add(
                lines,
                "书面告知",
                each.notice().notifiedOn() + "，" + each.notice().way().label());
        deadlines
                .find(accountability.id(), each.subject().id(), DeadlineKind.STATEMENT)
                .ifPresent(term -> add(lines, "陈述申辩期限", String.valueOf(term.due())));
        hearings.statement(each.subject()).ifPresent(said -> add(lines, "陈述申辩", said.heardOn() + "，" + said.inWords()));
    }

    private void decided(Accountability accountability, List<AccountabilityDossier.Fact> lines) {
        decisions.decision(accountability.id(), accountability.round()).ifPresent(decision -> {
            add(lines, "问责决定编号", String.valueOf(accountability.number()));
            add(lines, "基本情况", decision.basicFacts());
            add(lines, "问责事实", decision.accountabilityFacts());
            add(lines, "问责依据", decision.legalBasis());
            add(lines, "生效时间", String.valueOf(decision.effectiveDate()));
        });
        decisions.delivery(accountability.id()).ifPresent(sent -> add(lines, "送达", String.valueOf(sent.deliveredOn())));
    }

    private AccountabilityDossier.Person subject(Notified each, Told told) {
        return new AccountabilityDossier.Person(
                each.subject().id(),
                each.subject().name(),
                each.subject().kind().label(),
                "已书面告知",
                told.decided() ? Sanction.labels(decisions.sanctions(each.subject())) : "");
    }

    private static void add(List<AccountabilityDossier.Fact> lines, String label, String value) {
        lines.add(new AccountabilityDossier.Fact(label, value));
    }

    private String name(String code) {
        return organisations.find(code).map(Unit::name).orElse(code);
    }

    /** A unit that was notified in a round. */
    record Notified(int round, Subject subject, SubjectNotice notice) {}

    /**
     * What somebody was told of a case.
     *
     * @param notified their own notices
     * @param decided whether the decision has been delivered to them
     */
    record Told(Accountability accountability, List<Notified> notified, boolean decided) {}
}
