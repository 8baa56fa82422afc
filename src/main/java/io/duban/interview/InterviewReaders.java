package io.duban.interview;

import io.duban.document.CaseReaders;
import io.duban.document.Paper;
import io.duban.document.PaperKind;
import io.duban.engine.StandingAside;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who reads the papers of an interview: the issuing unit and those above it, and a party what was sent to it. */
@Component
class InterviewReaders implements CaseReaders {

    private static final Set<PaperKind> FOR_GOVERNMENT =
            EnumSet.of(PaperKind.INTERVIEW_MINUTES, PaperKind.INTERVIEW_BULLETIN);

    private final InterviewCases cases;
    private final InterviewParties parties;
    private final People people;
    private final StandingAside aside;

    InterviewReaders(InterviewCases cases, InterviewParties parties, People people, StandingAside aside) {
        this.aside = aside;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return cases.find(caseId)
                .map(interview -> people.sees(interview.issuerUnit()) && !aside.isAside(caseId)
                        ? Reading.ALL
                        : parties.told(interview).map(told -> Reading.ADDRESSED).orElse(Reading.NOTHING))
                .orElse(Reading.NOTHING);
    }

    /** The minutes are filed with the government of the district, the bulletin is sent to it (A42). */
    @Override
    public boolean isSentTo(Person person, Paper paper) {
        return CaseReaders.super.isSentTo(person, paper)
                || FOR_GOVERNMENT.contains(paper.kind())
                        && person.has(Role.GOVERNMENT, cases.get(paper.caseId()).districtUnit());
    }
}
