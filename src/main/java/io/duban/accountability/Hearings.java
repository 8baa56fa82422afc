package io.duban.accountability;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.document.PreparedPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 告知与陈述申辩 (问责办法 art. 14, INV-15): every subject is told in writing and has its term to be heard. */
@Component
@Transactional
class Hearings {

    private final AccountabilityCases cases;
    private final FactFindingRepository facts;
    private final HearingRepository repository;
    private final Deadlines deadlines;
    private final AccountabilityPapers papers;
    private final Deliveries deliveries;

    Hearings(
            AccountabilityCases cases,
            FactFindingRepository facts,
            HearingRepository repository,
            Deadlines deadlines,
            AccountabilityPapers papers,
            Deliveries deliveries) {
        this.cases = cases;
        this.facts = facts;
        this.repository = repository;
        this.deadlines = deadlines;
        this.papers = papers;
        this.deliveries = deliveries;
    }

    /** 书面告知: one notice per subject; each opens the time in which the subject may be heard. */
    void notifySubjects(String id, List<SubjectNotice> notices, String person) {
        var accountability = cases.at(id, AccountabilityState.NOTIFYING);
        var by = cases.by(person);
        var refs = notices.stream().map(SubjectNotice::ref).toList();
        var subjects = facts.subjects(id, accountability.round()).matching("notifications", refs);
        List<PreparedPaper> prepared = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            var notice = notices.get(i);
            notice.check("notifications[" + i + "]", establishedOn(id), by.day());
            repository.add(subjects.get(i), notice, by);
            var received = deliveries.receivedOn(id, notice.way(), notice.notifiedOn());
            var until = deadlines.open(id, subjects.get(i).id(), DeadlineKind.STATEMENT, received);
            prepared.add(papers.notice(accountability, subjects.get(i), notice.way(), until.due()));
        }
        prepared.forEach(papers::issue);
        cases.move(accountability, AccountabilityState.HEARING);
        cases.record(accountability, "SUBJECTS_NOTIFIED", "书面告知被问责对象 " + subjects.size() + " 个");
    }

    /** 听取陈述申辩: what each subject said and how it was considered, its waiver in writing, or that its term ended without either. */
    void hear(String id, List<Statement> statements, String person) {
        var accountability = cases.at(id, AccountabilityState.HEARING);
        var by = cases.by(person);
        var refs = statements.stream().map(Statement::ref).toList();
        var subjects = facts.subjects(id, accountability.round()).matching("statements", refs);
        for (int i = 0; i < statements.size(); i++) {
            var subject = subjects.get(i);
            var term = deadlines.find(id, subject.id(), DeadlineKind.STATEMENT).orElseThrow();
            statements.get(i).check("statements[" + i + "]", notifiedOn(subject), term.due(), by.day());
            repository.add(subject, statements.get(i), by);
            deadlines.meet(term, by.at());
        }
        cases.move(accountability, AccountabilityState.DECIDING);
        long waived = statements.stream().filter(Statement::waived).count();
        long silent = statements.stream().filter(Statement::isSilent).count();
        cases.record(
                accountability,
                "STATEMENTS_HEARD",
                "听取陈述申辩 " + (statements.size() - waived - silent) + " 个，书面放弃陈述 " + waived + " 个，期满未陈述 " + silent
                        + " 个");
    }

    private LocalDate establishedOn(String id) {
        var rounds = facts.establishedBy(id);
        return rounds.get(rounds.size() - 1).day();
    }

    private LocalDate notifiedOn(Subject subject) {
        return repository.notice(subject).map(SubjectNotice::notifiedOn).orElseThrow();
    }
}
