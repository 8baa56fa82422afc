package io.duban.accountability;

import io.duban.document.CaseReaders;
import io.duban.document.Paper;
import io.duban.document.PaperKind;
import io.duban.engine.StandingAside;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import org.springframework.stereotype.Component;

/**
 * Who reads the papers of an accountability case: who sees the case, and a party what is addressed to it; how far it is
 * published is decided elsewhere.
 */
@Component
class AccountabilityReaders implements CaseReaders {

    private final AccountabilityCases cases;
    private final AccountabilityParties parties;
    private final People people;
    private final StandingAside aside;

    AccountabilityReaders(
            AccountabilityCases cases, AccountabilityParties parties, People people, StandingAside aside) {
        this.aside = aside;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return cases.find(caseId).map(this::of).orElse(Reading.NOTHING);
    }

    private Reading of(Accountability accountability) {
        if (people.sees(accountability.issuerUnit()) && !aside.isAside(accountability.id())) {
            return Reading.ALL;
        }
        return parties.told(accountability).map(told -> Reading.ADDRESSED).orElse(Reading.NOTHING);
    }

    /** Between number and delivery the decision lies in the register already and is nobody's to read yet. */
    @Override
    public boolean isSentTo(Person person, Paper paper) {
        return CaseReaders.super.isSentTo(person, paper)
                && (paper.kind() != PaperKind.ACCOUNTABILITY_DECISION
                        || cases.get(paper.caseId()).state().isDelivered());
    }
}
