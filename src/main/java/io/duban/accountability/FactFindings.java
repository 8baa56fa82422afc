package io.duban.accountability;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 调查认定 (问责办法 art. 13): a working group of the uninvolved establishes the facts and says whether to start. */
@Component
@Transactional
class FactFindings {

    private final AccountabilityCases cases;
    private final FactFindingRepository repository;
    private final Deadlines deadlines;
    private final Organisations organisations;

    FactFindings(
            AccountabilityCases cases,
            FactFindingRepository repository,
            Deadlines deadlines,
            Organisations organisations) {
        this.cases = cases;
        this.repository = repository;
        this.deadlines = deadlines;
        this.organisations = organisations;
    }

    /** 成立调查认定工作组: at least three persons, none of the accused side. */
    void formWorkingGroup(String id, WorkingGroup group) {
        var accountability = cases.at(id, AccountabilityState.PROPOSED);
        group.check(accountability.addresseeUnit(), organisations);
        repository.add(id, group);
        cases.move(accountability, AccountabilityState.FACT_FINDING);
        cases.record(
                accountability,
                "WORKING_GROUP_FORMED",
                "成立调查认定工作组，共 " + group.members().size() + " 人");
    }

    /** 调查认定: the facts, the subjects, and whether accountability is started. */
    void establish(String id, FactFinding facts, String person) {
        var accountability = cases.at(id, AccountabilityState.FACT_FINDING);
        facts.check();
        requireUninvolvedGroup(id, facts);
        requireBelow(accountability.issuerUnit(), facts);
        var by = cases.by(person);
        repository.add(id, accountability.round(), facts, by);
        runningDeadline(id).ifPresent(deadline -> deadlines.meet(deadline, by.at()));
        if (facts.started()) {
            cases.move(accountability, AccountabilityState.NOTIFYING);
            cases.record(
                    accountability,
                    "FACTS_ESTABLISHED",
                    "调查认定完成，启动问责，被问责对象 " + facts.subjects().size() + " 个");
        } else {
            cases.conclude(accountability, AccountabilityState.NOT_STARTED);
            cases.record(accountability, "ACCOUNTABILITY_NOT_STARTED", "调查认定完成，不予启动问责");
        }
    }

    /** 记调查认定逾期: once, and only while the facts are still owed. */
    void markOverdue(String id) {
        var accountability = cases.get(id);
        if (!accountability.factFindingOverdue()
                && deadlines.isMissed(id, null, DeadlineKind.ACCOUNTABILITY_FACT_FINDING)) {
            cases.markFactFindingOverdue(accountability);
            cases.record(accountability, "FACT_FINDING_OVERDUE", "调查认定期限届满，尚未完成，记逾期");
        }
    }

    private void requireUninvolvedGroup(String id, FactFinding facts) {
        var members = repository.members(id);
        for (int i = 0; i < facts.subjects().size(); i++) {
            var accused = facts.subjects().get(i).unit();
            var field = "subjects[" + i + "].unit";
            organisations.require(field, accused);
            members.forEach(member -> WorkingGroup.requireUninvolved(field, member.unit(), accused, organisations));
        }
    }

    /** Nobody holds the own body to account: the next level up does. */
    private void requireBelow(String issuer, FactFinding facts) {
        for (int i = 0; i < facts.subjects().size(); i++) {
            var subject = facts.subjects().get(i);
            if (subject.kind().isUnit() && organisations.isWithin(issuer, subject.unit())) {
                throw Refusal.of(
                        "subjects[" + i + "].unit",
                        "subject-is-issuer",
                        "INV-05；《教育督导问责办法》第十三条",
                        "“" + organisations.get(subject.unit()).name() + "”是问责单位本身或其上级，不得由本单位问责，请报请上一级。",
                        "A body cannot hold itself or one above it to account; ask the next level up.");
            }
        }
    }

    private Optional<Deadline> runningDeadline(String id) {
        return deadlines.find(id, null, DeadlineKind.ACCOUNTABILITY_FACT_FINDING);
    }
}
