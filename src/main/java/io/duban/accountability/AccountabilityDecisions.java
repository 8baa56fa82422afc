package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 审定、编号、印发与归档 (问责办法 art. 15–18): from the director's decision to the filed case. */
@Component
@Transactional
class AccountabilityDecisions {

    private final AccountabilityCases cases;
    private final FactFindingRepository facts;
    private final HearingRepository hearings;
    private final DecisionRepository repository;
    private final AccountabilityPapers papers;
    private final Deliveries deliveries;

    AccountabilityDecisions(
            AccountabilityCases cases,
            FactFindingRepository facts,
            HearingRepository hearings,
            DecisionRepository repository,
            AccountabilityPapers papers,
            Deliveries deliveries) {
        this.cases = cases;
        this.facts = facts;
        this.hearings = hearings;
        this.repository = repository;
        this.papers = papers;
        this.deliveries = deliveries;
    }

    /** 审定: only after every subject was heard or waived it, and not by whoever established the facts. */
    void decide(String id, AccountabilityDecision decision, String person) {
        var subjects = facts.subjects(id, cases.get(id).round());
        requireHeard(subjects);
        requireUninvolved(id, person);
        var accountability = cases.at(id, AccountabilityState.DECIDING);
        decision.check(subjects, cases.today());
        repository.add(accountability, decision, cases.by(person));
        switch (decision.outcome()) {
            case APPROVED -> approve(accountability, subjects, decision);
            case RETURNED -> returnToFacts(accountability);
            case REJECTED -> reject(accountability);
        }
    }

    private void approve(Accountability accountability, Subjects subjects, AccountabilityDecision decision) {
        var refs = decision.sanctions().stream().map(SubjectSanctions::ref).toList();
        var matched = subjects.matching("sanctions", refs);
        for (int i = 0; i < matched.size(); i++) {
            repository.add(matched.get(i), decision.sanctions().get(i).sanctions());
        }
        cases.record(accountability, "ACCOUNTABILITY_DECIDED", "审定同意问责，" + decision.effectiveDate() + " 生效");
    }

    private void returnToFacts(Accountability accountability) {
        cases.returnToFacts(accountability);
        cases.record(accountability, "ACCOUNTABILITY_RETURNED", "审定退回，补充调查认定");
    }

    private void reject(Accountability accountability) {
        cases.conclude(accountability, AccountabilityState.REJECTED);
        cases.record(accountability, "ACCOUNTABILITY_REJECTED", "审定不予问责");
    }

    /** 问责决定编号: the decision is laid out and gets its 发文字号, in this transaction. */
    String number(String id) {
        var accountability = cases.at(id, AccountabilityState.DECIDING);
        var number = papers.decide(accountability);
        cases.number(accountability, number);
        cases.move(accountability, AccountabilityState.NUMBERED);
        cases.record(accountability, "DECISION_NUMBERED", "问责决定编号：" + number);
        return number;
    }

    /** 印发送达: the decision reaches those it concerns. */
    void issue(String id, DecisionDelivery delivery, String person) {
        var accountability = cases.at(id, AccountabilityState.NUMBERED);
        delivery.check(decidedOn(accountability), cases.today());
        repository.add(id, delivery, cases.by(person));
        cases.move(accountability, AccountabilityState.ISSUED);
        cases.record(
                accountability,
                "DECISION_ISSUED",
                "问责决定印发，" + delivery.deliveredOn() + " " + delivery.way().label());
    }

    /** 归档备案: closes the file and files it with the higher office, once nobody can ask for a review any more. */
    void archive(String id, Filing filing, String person) {
        var accountability = cases.at(id, AccountabilityState.ISSUED);
        var delivery = repository.delivery(id).orElseThrow();
        filing.check(deliveries.objectedUntil(id, delivery), cases.today());
        repository.add(id, filing, cases.by(person));
        cases.conclude(accountability, AccountabilityState.ARCHIVED);
        cases.record(
                accountability,
                "ACCOUNTABILITY_ARCHIVED",
                "归档（" + filing.filingNumber() + "）并报" + filing.higherOffice() + "备案");
    }

    /** Refuses a decider who established the facts of this case in any round. */
    void requireUninvolved(String id, String person) {
        if (facts.establishedBy(id).stream().anyMatch(by -> by.person().equals(person))) {
            throw Refusal.forbidden(
                    "decider-established-facts",
                    "INV-15（设计决定）",
                    "调查认定的经办人不得审定同一问责案件，请由其他主任、副主任审定。",
                    "Whoever established the facts may not decide on the case; another director must.");
        }
    }

    private void requireHeard(Subjects subjects) {
        boolean all = !subjects.all().isEmpty()
                && subjects.all().stream()
                        .allMatch(subject -> hearings.statement(subject).isPresent());
        if (!all) {
            throw Refusal.of(
                    "decision",
                    "statement-before-decision",
                    "INV-15",
                    "审定前须听取每个被问责对象的陈述申辩或记录其放弃陈述，请先办理“听取陈述申辩”。",
                    "Hear every subject, or record its waiver, before the decision.");
        }
    }

    private LocalDate decidedOn(Accountability accountability) {
        return repository
                .decidedAt(accountability.id(), accountability.round())
                .map(at -> new Acted("", at).day())
                .orElseThrow();
    }
}
