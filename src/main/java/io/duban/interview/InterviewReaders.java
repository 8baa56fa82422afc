package io.duban.interview;

import io.duban.document.CaseReaders;
import io.duban.organisation.People;
import org.springframework.stereotype.Component;

/** Who reads the papers of an interview: who sees the interview, and the unit that was invited what was sent to it. */
@Component
class InterviewReaders implements CaseReaders {

    private final InterviewCases cases;
    private final People people;

    InterviewReaders(InterviewCases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    @Override
    public Reading of(String caseId) {
        return cases.find(caseId)
                .map(interview -> interview.isVisibleTo(people) ? Reading.ALL : Reading.ADDRESSED)
                .orElse(Reading.NOTHING);
    }
}
