package io.duban.lead;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.WorkingDays;
import io.duban.form.Fields;
import io.duban.form.Flags;
import io.duban.form.FormBinding;
import io.duban.form.FormDesk;
import io.duban.form.Situation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms of lead-consolidation.bpmn: review the list, draft the notices, sign. */
@Component
class LeadConsolidationForms implements FormDesk {

    private final Consolidations consolidations;
    private final ConsolidationRepository periods;
    private final WorkingDays workingDays;
    private final LeadSettings settings;
    private final LeadSheet sheet;
    private final Clock clock;

    LeadConsolidationForms(
            Consolidations consolidations,
            ConsolidationRepository periods,
            WorkingDays workingDays,
            LeadSettings settings,
            LeadSheet sheet,
            Clock clock) {
        this.consolidations = consolidations;
        this.periods = periods;
        this.workingDays = workingDays;
        this.settings = settings;
        this.sheet = sheet;
        this.clock = clock;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("userTask_reviewLeadList", "review-lead-list", this::list, this::review),
                FormBinding.of("userTask_draftNotices", "draft-notices", this::drafting, this::draft),
                FormBinding.of("userTask_issueNotices", "issue-notices", this::paper, this::issue));
    }

    private Map<String, Object> list(Situation at) {
        List<GatheredLead> gathered = periods.gathered(at.caseId());
        Map<String, Object> shown = head(at, gathered);
        shown.put("leadCount", gathered.size());
        shown.put(
                "leads",
                gathered.stream()
                        .map(each -> Map.of(
                                "ref", each.ref(),
                                "district", sheet.name(each.districtUnit()),
                                "unit", sheet.name(each.accusedUnit()),
                                "category", each.categoryLabel(),
                                "summary", each.summary(),
                                "include", each.included() ? "YES" : "NO"))
                        .toList());
        return shown;
    }

    private Map<String, Object> head(Situation at, List<GatheredLead> gathered) {
        Consolidation period = periods.get(at.caseId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("period", period.shown());
        shown.put("receivingName", sheet.name(period.receivingUnit()));
        shown.put(
                "districtCount",
                gathered.stream().map(GatheredLead::districtUnit).distinct().count());
        return shown;
    }

    private Map<String, Object> withTable(Situation at) {
        List<GatheredLead> included = periods.gathered(at.caseId()).stream()
                .filter(GatheredLead::included)
                .toList();
        Map<String, Object> shown = head(at, included);
        shown.put(
                "leadTable",
                included.stream()
                        .map(each -> Map.of(
                                "district", sheet.name(each.districtUnit()),
                                "unit", sheet.name(each.accusedUnit()),
                                "category", each.categoryLabel(),
                                "summary", each.summary()))
                        .toList());
        return shown;
    }

    private Map<String, Object> drafting(Situation at) {
        Consolidation period = periods.get(at.caseId());
        Map<String, Object> shown = withTable(at);
        shown.put("returnText", period.returnReason() == null ? "" : "退回修改：" + period.returnReason());
        shown.put("title", Optional.ofNullable(period.title()).orElse("关于核查督办" + period.shown() + "有效举报线索的通知"));
        Optional.ofNullable(period.requirements()).ifPresent(text -> shown.put("requirements", text));
        LocalDate due = Optional.ofNullable(period.replyDue())
                .orElseGet(() -> workingDays
                        .dueAfter(LocalDate.now(clock), settings.replyWorkingDays())
                        .due());
        shown.put("replyDue", due.toString());
        return shown;
    }

    private Map<String, Object> paper(Situation at) {
        Consolidation period = periods.get(at.caseId());
        Map<String, Object> shown = withTable(at);
        shown.put("noticeTitle", String.valueOf(period.title()));
        shown.put("requirementsShown", String.valueOf(period.requirements()));
        shown.put("replyDueShown", DeadlineKind.NOTICE_REPLY.chinese() + " " + period.replyDue() + " 24:00");
        return shown;
    }

    private Flags review(Situation at, Fields fields) {
        consolidations.review(
                at.caseId(), fields.rows("leads"), fields.optionalText("note").orElse(null));
        return Flags.none();
    }

    private Flags draft(Situation at, Fields fields) {
        consolidations.draft(at.caseId(), NoticeDraft.from(fields), at.person());
        return Flags.none();
    }

    private Flags issue(Situation at, Fields fields) {
        boolean issued = fields.either("decision", "ISSUE", "RETURN");
        consolidations.sign(at.caseId(), issued, fields.optionalText("reason").orElse(null), at.person());
        return Flags.of(NoticeVariables.ISSUED, issued);
    }
}
