package io.duban.accountability;

import io.duban.document.PaperKind;
import io.duban.document.PaperText;
import io.duban.document.Papers;
import io.duban.document.PreparedPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 问责文书的文字: the notice to each subject and the decision with its five contents (问责办法 art. 14, 16). */
@Component
class AccountabilityPapers {

    private final Papers papers;
    private final FactFindingRepository facts;
    private final DecisionRepository decisions;

    AccountabilityPapers(Papers papers, FactFindingRepository facts, DecisionRepository decisions) {
        this.papers = papers;
        this.facts = facts;
        this.decisions = decisions;
    }

    /** 问责告知书 to one subject, to be issued; a person is addressed by name, a unit as a unit. */
    PreparedPaper notice(Accountability accountability, Subject subject, NotificationWay way, LocalDate until) {
        String material = facts.facts(accountability.id(), accountability.round())
                .map(FactFinding::material)
                .orElse("");
        return papers.prepare(PaperText.of(
                PaperKind.ACCOUNTABILITY_NOTICE,
                accountability.id(),
                accountability.issuerUnit(),
                subject.kind().isUnit() ? subject.unit() : subject.name(),
                Map.of(
                        "督办编号", accountability.orderNumber(),
                        "问责情形", AccountabilityGround.labels(accountability.grounds()),
                        "事实材料", material,
                        "告知方式", way.label(),
                        "陈述期限", Papers.chinese(until))));
    }

    void issue(PreparedPaper notice) {
        papers.issue(notice);
    }

    /** 问责决定书; answers its number. */
    String decide(Accountability accountability) {
        AccountabilityDecision decision =
                decisions.decision(accountability.id(), accountability.round()).orElseThrow();
        List<Subject> subjects =
                facts.subjects(accountability.id(), accountability.round()).all();
        LocalDate effective = decision.effectiveDate();
        return papers.issue(new PaperText(
                        PaperKind.ACCOUNTABILITY_DECISION,
                        accountability.id(),
                        accountability.issuerUnit(),
                        accountability.addresseeUnit(),
                        Map.of(
                                "督办编号", accountability.orderNumber(),
                                "基本情况", decision.basicFacts(),
                                "问责事实", decision.accountabilityFacts(),
                                "问责依据", decision.legalBasis(),
                                "生效时间", effective == null ? "" : Papers.chinese(effective)),
                        subjects.stream().map(this::row).toList()))
                .number();
    }

    private Map<String, String> row(Subject subject) {
        return Map.of(
                "序号", subject.ref(),
                "问责对象", subject.name(),
                "问责方式",
                        decisions.sanctions(subject).stream()
                                .map(Sanction::label)
                                .collect(Collectors.joining("、")));
    }
}
