package io.duban.accountability;

import io.duban.accountability.AccountabilityDossier.Fact;
import io.duban.accountability.AccountabilityDossier.Person;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a case and its steps into words (问责案情), in the order in which they happened. */
@Component
class AccountabilityDossiers {

    private final FactFindingRepository facts;
    private final DecisionRepository decisions;
    private final Organisations organisations;

    AccountabilityDossiers(FactFindingRepository facts, DecisionRepository decisions, Organisations organisations) {
        this.facts = facts;
        this.decisions = decisions;
        this.organisations = organisations;
    }

    AccountabilityDossier of(Accountability accountability) {
        return new AccountabilityDossier(
                accountability.id(),
                accountability.orderId(),
                accountability.orderNumber(),
                accountability.title(),
                accountability.state(),
                accountability.state().label(),
                facts(accountability),
                subjects(accountability));
    }

    private List<Person> subjects(Accountability accountability) {
        return facts.subjects(accountability.id(), accountability.round()).all().stream()
                .map(subject -> new Person(
                        subject.id(),
                        subject.name(),
                        subject.kind().label(),
                        "情节" + subject.severity().label() + (subject.isAggravated() ? "，从重" : ""),
                        Sanction.labels(decisions.sanctions(subject))))
                .toList();
    }

    private List<Fact> facts(Accountability accountability) {
        List<Fact> lines = new ArrayList<>();
        lines.add(new Fact("督办编号", accountability.orderNumber()));
        lines.add(new Fact("问责单位", name(accountability.issuerUnit())));
        lines.add(new Fact("主送单位", name(accountability.addresseeUnit())));
        lines.add(new Fact("问责情形", AccountabilityGround.labels(accountability.grounds())));
        lines.add(new Fact("提请依据", accountability.basis()));
        if (accountability.factFindingOverdue()) {
            lines.add(new Fact("调查认定", "已逾期"));
        }
        established(accountability, lines);
        decided(accountability, lines);
        return List.copyOf(lines);
    }

    private void established(Accountability accountability, List<Fact> lines) {
        var members = facts.members(accountability.id());
        if (!members.isEmpty()) {
            lines.add(new Fact("调查认定工作组", members(members)));
        }
        facts.facts(accountability.id(), accountability.round()).ifPresent(found -> {
            lines.add(new Fact("事实材料", found.material()));
            lines.add(new Fact("是否启动问责", (found.started() ? "启动，" : "不启动，") + found.reason()));
            lines.add(new Fact("被问责数量", counted(found.subjects())));
        });
    }

    private void decided(Accountability accountability, List<Fact> lines) {
        decisions.decision(accountability.id(), accountability.round()).ifPresent(decision -> {
            lines.add(new Fact("审定结果", decision.outcome().label()));
            if (decision.isApproved()) {
                lines.add(new Fact("基本情况", decision.basicFacts()));
                lines.add(new Fact("问责事实", decision.accountabilityFacts()));
                lines.add(new Fact("问责依据", decision.legalBasis()));
                lines.add(new Fact("生效时间", String.valueOf(decision.effectiveDate())));
            } else {
                lines.add(new Fact("审定理由", decision.reason()));
            }
        });
        var number = accountability.number();
        if (number != null) {
            lines.add(new Fact("问责决定编号", number));
        }
        decisions
                .delivery(accountability.id())
                .ifPresent(sent -> lines.add(
                        new Fact("送达", sent.deliveredOn() + " " + sent.way().label() + "，" + sent.recipients())));
        decisions
                .filing(accountability.id())
                .ifPresent(filed -> lines.add(
                        new Fact("归档备案", filed.filingNumber() + "，" + filed.filedOn() + " 报" + filed.higherOffice())));
    }

    /** F16: accountability is counted by persons, so units and persons are told apart. */
    private static String counted(List<Subject> subjects) {
        long units = subjects.stream().filter(each -> each.kind().isUnit()).count();
        return "单位 " + units + " 个，个人 " + (subjects.size() - units) + " 人次";
    }

    private String members(List<GroupMember> members) {
        return members.stream()
                .map(each -> each.name() + "（" + name(each.unit()) + (each.leader() ? "，组长）" : "）"))
                .collect(Collectors.joining("、"));
    }

    private String name(String code) {
        return organisations.find(code).map(Unit::name).orElse(code);
    }
}
