package io.duban.lead;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.organisation.Organisations;
import io.duban.organisation.Unit;
import io.duban.rectification.ProblemCategory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms about a lead show of it: codes in words, the summary, the limit; nothing of the vault. */
@Component
class LeadSheet {

    private final LeadRepository leads;
    private final LeadHandlingRepository notes;
    private final LeadDirection direction;
    private final Organisations organisations;
    private final Deadlines deadlines;
    private final Clock clock;

    LeadSheet(
            LeadRepository leads,
            LeadHandlingRepository notes,
            LeadDirection direction,
            Organisations organisations,
            Deadlines deadlines,
            Clock clock) {
        this.leads = leads;
        this.notes = notes;
        this.direction = direction;
        this.organisations = organisations;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Map<String, Object> of(String leadRef) {
        Lead lead = leads.get(leadRef);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("leadNumber", lead.shownNumber());
        shown.put("accusedName", name(lead.accusedUnit()));
        shown.put("districtName", name(lead.districtUnit()));
        shown.put(
                "categoryLabel",
                Optional.ofNullable(lead.category()).map(ProblemCategory::label).orElse("未分类"));
        shown.put(
                "topicLabel",
                Optional.ofNullable(lead.topic()).orElse(LeadTopic.OTHER).label());
        shown.put("namedLabel", lead.named() ? "实名举报，凡举必查" : "匿名举报");
        shown.put("summaryShown", text(lead.summary()));
        shown.put("deadline", limit(leadRef));
        return shown;
    }

    /** With the lists a transfer chooses from: only bodies that are not entangled with the accused unit. */
    Map<String, Object> forTransfer(String leadRef) {
        Lead lead = leads.get(leadRef);
        Map<String, Object> shown = of(leadRef);
        List<Map<String, String>> bodies = bodies(lead);
        shown.put("handlingUnits", bodies);
        bodies.stream()
                .filter(each -> each.get("value").equals(lead.districtUnit()))
                .findFirst()
                .or(() -> bodies.stream().findFirst())
                .ifPresent(each -> shown.put("handlingUnit", each.get("value")));
        Object unit = shown.getOrDefault("handlingUnit", lead.receivingUnit());
        shown.put("divisions", direction.all());
        shown.put("division", direction.divisionOf(unit.toString(), lead).id());
        shown.put("guidingDivisions", direction.options(lead.receivingUnit()));
        return shown;
    }

    private List<Map<String, String>> bodies(Lead lead) {
        List<Unit> candidates = new java.util.ArrayList<>(organisations.jurisdiction(lead.receivingUnit()));
        Unit receiving = organisations.get(lead.receivingUnit());
        if (!candidates.contains(receiving)) {
            candidates.add(0, receiving);
        }
        return candidates.stream()
                .filter(each -> lead.accusedUnit() == null
                        || !organisations
                                .relation(each.code(), lead.accusedUnit())
                                .requiresRecusal())
                .map(each -> Map.of("value", each.code(), "label", each.name()))
                .toList();
    }

    /** With the divisions of the body that received it. */
    Map<String, Object> forReceipt(String leadRef) {
        Lead lead = leads.get(leadRef);
        Map<String, Object> shown = of(leadRef);
        String unit = Optional.ofNullable(lead.handling().handlingUnit()).orElse(lead.receivingUnit());
        shown.put("divisions", direction.options(unit));
        Optional.ofNullable(lead.handling().handlingGroup())
                .ifPresent(group -> shown.put("division", group.substring(0, group.indexOf('.'))));
        shown.put("transferNote", text(notes.notes(leadRef).transferNote()));
        return shown;
    }

    /** With what the verifier has been told, and their last report if it came back. */
    Map<String, Object> forVerification(String leadRef) {
        var noted = notes.notes(leadRef);
        Map<String, Object> shown = of(leadRef);
        shown.put("transferNote", text(noted.transferNote()));
        shown.put("guidanceText", noted.guidance() == null ? "" : "处室指导：" + noted.guidance());
        shown.put("returnText", noted.returnReason() == null ? "" : "退回补充：" + noted.returnReason());
        notes.latest(leadRef).ifPresent(report -> {
            shown.put("investigators", report.investigators());
            shown.put("process", report.process());
            shown.put("facts", report.facts());
            shown.put("measures", report.measures());
        });
        return shown;
    }

    /** With the report that is to be judged. */
    Map<String, Object> withReport(String leadRef) {
        Map<String, Object> shown = of(leadRef);
        var report = notes.latest(leadRef);
        shown.put(
                "investigatorsShown",
                text(report.map(each -> each.investigators()).orElse(null)));
        shown.put("processShown", text(report.map(each -> each.process()).orElse(null)));
        shown.put("factsShown", text(report.map(each -> each.facts()).orElse(null)));
        shown.put("measuresShown", text(report.map(each -> each.measures()).orElse(null)));
        return shown;
    }

    /** With the conclusion, what the decision advises, and how many are answered together. */
    Map<String, Object> withConclusion(String leadRef) {
        Lead lead = leads.get(leadRef);
        Map<String, Object> shown = of(leadRef);
        shown.put(
                "conclusionLabel",
                Optional.ofNullable(lead.handling().conclusion())
                        .map(LeadConclusion::label)
                        .orElse("—"));
        shown.put("conclusionNote", text(lead.handling().conclusionText()));
        shown.put("mergedCount", leads.mergedInto(leadRef).size());
        shown.put(
                "suggestions",
                notes.suggestions(leadRef).stream()
                        .map(each -> Map.of("instrumentLabel", each.instrument().label(), "reason", each.reason()))
                        .toList());
        return shown;
    }

    Map<String, Object> withExtension(String leadRef) {
        var noted = notes.notes(leadRef);
        Map<String, Object> shown = of(leadRef);
        shown.put("daysAsked", Optional.ofNullable(noted.daysAsked()).orElse(0));
        shown.put("reasonAsked", text(noted.extensionReason()));
        return shown;
    }

    private String limit(String leadRef) {
        LocalDate today = LocalDate.now(clock);
        return deadlines
                .find(leadRef, null, DeadlineKind.LEAD_CONCLUSION)
                .or(() -> deadlines.find(leadRef, null, DeadlineKind.LEAD_ACCEPTANCE))
                .map((Deadline each) -> each.kind().chinese() + "：" + each.explain(today))
                .orElse("—");
    }

    String name(@Nullable String unit) {
        return unit == null
                ? "（未明确单位）"
                : organisations.find(unit).map(Unit::name).orElse(unit);
    }

    private static String text(@Nullable String value) {
        return value == null ? "—" : value;
    }
}
