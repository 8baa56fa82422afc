package io.duban.accountability;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 问责 (A43 H22, P16) as the rooms above see it: orders propose cases and ask how they stand. The steps are
 * {@link FactFindings}, {@link Hearings} and {@link AccountabilityDecisions}.
 */
@Component
@Transactional
public class Accountabilities {

    private final AccountabilityCases cases;
    private final AccountabilityDossiers dossiers;
    private final AccountabilityParties parties;
    private final AccountabilityProcess process;
    private final Deadlines deadlines;
    private final FactFindingRepository facts;

    Accountabilities(
            AccountabilityCases cases,
            AccountabilityDossiers dossiers,
            AccountabilityParties parties,
            AccountabilityProcess process,
            Deadlines deadlines,
            FactFindingRepository facts) {
        this.cases = cases;
        this.dossiers = dossiers;
        this.parties = parties;
        this.process = process;
        this.deadlines = deadlines;
        this.facts = facts;
    }

    /**
     * Proposes accountability and starts its process. The 60 days for establishing the facts (问责办法 art. 13) run from
     * the day of the proposal: the supervision of an open order has no end of its own to count from [design].
     *
     * @return the case's id, or empty when the order already has an open one, also when two come at once
     */
    public Optional<String> propose(AccountabilityProposal proposal) {
        proposal.check();
        var now = cases.by("").at();
        var accountability = Accountability.proposed(UUID.randomUUID().toString(), proposal, now);
        if (isOpen(proposal.orderId()) || !cases.open(accountability)) {
            return Optional.empty();
        }
        var grounds = AccountabilityGround.labels(accountability.grounds());
        cases.record(accountability, "ACCOUNTABILITY_PROPOSED", "提请问责，情形：" + grounds);
        var due = deadlines.open(accountability.id(), null, DeadlineKind.ACCOUNTABILITY_FACT_FINDING, cases.today());
        process.proposed(accountability, due.dueAt());
        return Optional.of(accountability.id());
    }

    /**
     * Tells the open case about an order, if there is one, that the order has ended without its work being done. The case
     * has its own ways to end: the working group may find that none is to be started, the director may reject it.
     *
     * @param how 撤销, 移送, 并案 or 查否办结
     */
    public void orderEnded(String orderId, String how) {
        cases.ofOrder(orderId).stream()
                .filter(each -> each.state().isOpen())
                .forEach(each ->
                        cases.record(each, "ACCOUNTABILITY_ORDER_ENDED", "所依据的督办单已" + how + "，认定事实和审定时请予考虑，可以不予问责"));
    }

    /** Whether a case about this order is under way. */
    @Transactional(readOnly = true)
    public boolean isOpen(String orderId) {
        return standing(orderId).open();
    }

    /** How the cases about an order stand. */
    @Transactional(readOnly = true)
    public AccountabilityStanding standing(String orderId) {
        return AccountabilityStanding.of(cases.ofOrder(orderId));
    }

    /** Between whom a case is, if there is one of this id. */
    @Transactional(readOnly = true)
    public Optional<AccountabilitySides> sides(String id) {
        return cases.find(id).map(found -> {
            Set<String> accused = new HashSet<>(Set.of(found.addresseeUnit()));
            facts.subjects(id, found.round()).all().forEach(each -> accused.add(each.unit()));
            return new AccountabilitySides(found.orderId(), found.issuerUnit(), accused);
        });
    }

    /** Between whom the open cases are that one of these orders led to or that one of these units is a party of. */
    @Transactional(readOnly = true)
    public Map<String, AccountabilitySides> open(Collection<String> orders, Collection<String> units) {
        return cases.open(orders, units).stream()
                .collect(Collectors.toMap(id -> id, id -> sides(id).orElseThrow()));
    }

    /** The cases about an order, the oldest first. */
    @Transactional(readOnly = true)
    public List<AccountabilitySummary> ofOrder(String orderId) {
        return cases.ofOrder(orderId).stream().map(AccountabilitySummary::of).toList();
    }

    /** Those of the given cases that are known, as lists show them. */
    @Transactional(readOnly = true)
    public List<AccountabilityHeading> headings(Collection<String> ids) {
        return cases.all(ids).stream().map(AccountabilityHeading::of).toList();
    }

    /** Everything about one case, if there is one of this id. */
    @Transactional(readOnly = true)
    public Optional<AccountabilityDossier> find(String id) {
        return cases.find(id).map(dossiers::of);
    }

    /** Everything about one case; refuses (404) an unknown one. */
    @Transactional(readOnly = true)
    public AccountabilityDossier dossier(String id) {
        return dossiers.of(cases.get(id));
    }

    /** Of one case what the units of the person asking were told; empty if they were not. */
    @Transactional(readOnly = true)
    public Optional<AccountabilityDossier> toldTo(String id) {
        return cases.find(id).flatMap(parties::told).map(parties::dossier);
    }

    /** The newest cases of which the units of the person asking were told, at most so many. */
    @Transactional(readOnly = true)
    public List<AccountabilityHeading> told(int most) {
        return parties.headings(most);
    }

    /** The cases about an order of which the units of the person asking were told, the oldest first. */
    @Transactional(readOnly = true)
    public List<AccountabilitySummary> toldOfOrder(String orderId) {
        return cases.ofOrder(orderId).stream()
                .flatMap(each -> parties.told(each).stream())
                .map(parties::summary)
                .toList();
    }
}
