package io.duban.accountability;

import io.duban.document.CaseReaders;
import io.duban.organisation.People;
import org.springframework.stereotype.Component;

/** Who reads the papers of an accountability case: who sees the case; how far it is published is decided elsewhere. */
@Component
class AccountabilityReaders implements CaseReaders {

    private final AccountabilityCases cases;
    private final People people;

    AccountabilityReaders(AccountabilityCases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return cases.find(caseId)
                .filter(each -> people.sees(each.issuerUnit()))
                .map(each -> Reading.ALL)
                .orElse(Reading.NOTHING);
    }
}
