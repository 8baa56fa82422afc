package io.duban.accountability;

import io.duban.document.CaseReaders;
import io.duban.organisation.People;
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

    AccountabilityReaders(AccountabilityCases cases, AccountabilityParties parties, People people) {
        this.cases = cases;
        this.parties = parties;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return cases.find(caseId).map(this::of).orElse(Reading.NOTHING);
    }

    private Reading of(Accountability accountability) {
        if (people.sees(accountability.issuerUnit())) {
            return Reading.ALL;
        }
        return parties.told(accountability)
                .filter(AccountabilityParties.Told::mayReadPapers)
                .map(told -> Reading.ADDRESSED)
                .orElse(Reading.NOTHING);
    }
}
