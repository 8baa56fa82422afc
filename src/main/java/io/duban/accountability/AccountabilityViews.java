package io.duban.accountability;

import io.duban.form.Situation;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of accountability show of the case, with one prepared row for each subject. */
@Component
@Transactional(readOnly = true)
class AccountabilityViews {

    private final AccountabilityCases cases;
    private final FactFindingRepository facts;
    private final HearingRepository hearings;
    private final DecisionRepository decisions;
    private final SanctionSuggestions suggestions;
    private final AccountabilityUnits units;
    private final Organisations organisations;
    private final Deliveries deliveries;

    AccountabilityViews(
            AccountabilityCases cases,
            FactFindingRepository facts,
            HearingRepository hearings,
            DecisionRepository decisions,
            SanctionSuggestions suggestions,
            AccountabilityUnits units,
            Organisations organisations,
            Deliveries deliveries) {
        this.cases = cases;
        this.facts = facts;
        this.hearings = hearings;
        this.decisions = decisions;
        this.suggestions = suggestions;
        this.units = units;
        this.organisations = organisations;
        this.deliveries = deliveries;
    }

    Map<String, Object> workingGroup(Situation situation) {
        var accountability = cases.get(situation.caseId());
        var view = of(accountability);
        view.put("units", units.uninvolved(accountability));
        return view;
    }

    /** A returned case shows why, and the material of the last round to go on from. */
    Map<String, Object> facts(Situation situation) {
        var accountability = cases.get(situation.caseId());
        var view = of(accountability);
        view.put("units", units.accountable(accountability));
        int last = accountability.round() - 1;
        view.put(
                "returnReason",
                decisions
                        .decision(accountability.id(), last)
                        .map(each -> "退回理由：" + each.reason())
                        .orElse(""));
        facts.facts(accountability.id(), last).ifPresent(found -> {
            view.put("material", found.material());
            view.put("subjects", rows(found.subjects(), AccountabilityViews::editable));
        });
        return view;
    }

    Map<String, Object> notices(Situation situation) {
        var accountability = cases.get(situation.caseId());
        var view = withFacts(accountability);
        view.put("notifications", rows(subjects(accountability), this::titled));
        return view;
    }

    Map<String, Object> statements(Situation situation) {
        var accountability = cases.get(situation.caseId());
        var view = withFacts(accountability);
        view.put("statements", rows(subjects(accountability), subject -> {
            var row = titled(subject);
            row.put(
                    "notified",
                    hearings.notice(subject).map(AccountabilityViews::told).orElse("未告知"));
            return row;
        }));
        return view;
    }

    Map<String, Object> decision(Situation situation) {
        var accountability = cases.get(situation.caseId());
        var view = withFacts(accountability);
        view.put("sanctions", rows(subjects(accountability), subject -> {
            var row = titled(subject);
            row.put(
                    "heard",
                    hearings.statement(subject).map(AccountabilityViews::heard).orElse("未听取"));
            row.put("suggestion", suggestions.of(accountability.id(), subject));
            return row;
        }));
        return view;
    }

    Map<String, Object> delivery(Situation situation) {
        return withDecision(cases.get(situation.caseId()));
    }

    Map<String, Object> filing(Situation situation) {
        var view = withDecision(cases.get(situation.caseId()));
        decisions.delivery(situation.caseId()).ifPresent(sent -> {
            view.put("deliveredDay", sent.deliveredOn() + "，" + sent.way().label());
            view.put(
                    "objectedUntil",
                    deliveries.objectedUntil(situation.caseId(), sent).toString());
        });
        return view;
    }

    private Map<String, Object> withDecision(Accountability accountability) {
        var view = of(accountability);
        var number = accountability.number();
        view.put("number", number == null ? "" : number);
        decisions
                .decision(accountability.id(), accountability.round())
                .ifPresent(decision -> view.put("effectiveDay", String.valueOf(decision.effectiveDate())));
        return view;
    }

    private Map<String, Object> withFacts(Accountability accountability) {
        var view = of(accountability);
        facts.facts(accountability.id(), accountability.round()).ifPresent(found -> {
            view.put("established", found.material());
            view.put("startReason", found.reason());
        });
        return view;
    }

    private Map<String, Object> of(Accountability accountability) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", accountability.title());
        view.put("orderNumber", accountability.orderNumber());
        view.put("issuerName", name(accountability.issuerUnit()));
        view.put("addresseeName", name(accountability.addresseeUnit()));
        view.put("grounds", AccountabilityGround.labels(accountability.grounds()));
        view.put("basis", accountability.basis());
        return view;
    }

    private List<Subject> subjects(Accountability accountability) {
        return facts.subjects(accountability.id(), accountability.round()).all();
    }

    private static List<Map<String, Object>> rows(List<Subject> subjects, Function<Subject, Map<String, Object>> row) {
        return subjects.stream().map(row).toList();
    }

    private Map<String, Object> titled(Subject subject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ref", subject.ref());
        row.put("name", subject.kind().isUnit() ? subject.name() : subject.name() + "（" + name(subject.unit()) + "）");
        row.put(
                "kindLabel",
                subject.kind().label() + "，情节" + subject.severity().label() + (subject.isAggravated() ? "，从重" : ""));
        return row;
    }

    private static Map<String, Object> editable(Subject subject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", subject.kind().name());
        row.put("name", subject.name());
        row.put("unit", subject.unit());
        row.put("severity", subject.severity().name());
        row.put("aggravating", subject.aggravating().stream().map(Enum::name).toList());
        return row;
    }

    private static String told(SubjectNotice notice) {
        return notice.notifiedOn() + "，" + notice.way().label();
    }

    private static String heard(Statement statement) {
        return statement.inWords() + "（" + statement.heardOn() + "）"
                + (statement.consideration().isBlank() ? "" : " —— 采纳情况：" + statement.consideration());
    }

    private String name(String code) {
        return organisations.find(code).map(Unit::name).orElse(code);
    }
}
