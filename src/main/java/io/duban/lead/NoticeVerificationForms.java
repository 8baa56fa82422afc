package io.duban.lead;

import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The forms of notice-verification.bpmn: receive, verify lead by lead, answer, review. */
@Component
class NoticeVerificationForms implements FormDesk {

    private final Notices notices;
    private final NoticeRepository repository;
    private final ConsolidationRepository lines;
    private final LeadRepository leads;
    private final LeadInstruments instruments;
    private final LeadSheet sheet;
    private final Deadlines deadlines;
    private final Clock clock;

    NoticeVerificationForms(
            Notices notices,
            NoticeRepository repository,
            ConsolidationRepository lines,
            LeadRepository leads,
            LeadInstruments instruments,
            LeadSheet sheet,
            Deadlines deadlines,
            Clock clock) {
        this.notices = notices;
        this.repository = repository;
        this.lines = lines;
        this.leads = leads;
        this.instruments = instruments;
        this.sheet = sheet;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<FormBinding> forms() {
        return List.of(
                FormBinding.of("userTask_receiveNotice", "receive-notice", this::paper, this::receive),
                FormBinding.of("userTask_verifyNotice", "verify-notice", this::verification, this::verify),
                FormBinding.of("userTask_reportNotice", "report-notice", this::results, this::report),
                FormBinding.of("userTask_reviewNotice", "review-notice", this::reviewed, this::review));
    }

    private Map<String, Object> head(Situation at) {
        SupervisionNotice notice = repository.get(at.caseId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("noticeNumber", notice.number());
        shown.put("noticeTitle", notice.title());
        shown.put("issuerName", sheet.name(notice.receivingUnit()));
        shown.put("districtName", sheet.name(notice.districtUnit()));
        shown.put("requirementsShown", notice.requirements());
        LocalDate today = LocalDate.now(clock);
        shown.put(
                "deadline",
                deadlines
                        .find(notice.id(), null, DeadlineKind.NOTICE_REPLY)
                        .map(each -> each.explain(today))
                        .orElse(notice.replyDue() + " 24:00"));
        return shown;
    }

    private Map<String, Object> paper(Situation at) {
        Map<String, Object> shown = head(at);
        shown.put(
                "leadTable",
                lines.ofNotice(at.caseId()).stream()
                        .map(each -> Map.of(
                                "ref", each.ref(),
                                "unit", sheet.name(each.accusedUnit()),
                                "category", each.categoryLabel(),
                                "summary", each.summary()))
                        .toList());
        return shown;
    }

    private Map<String, Object> verification(Situation at) {
        Map<String, Object> shown = head(at);
        String back = repository.get(at.caseId()).returnReason();
        shown.put("returnText", back == null ? "" : "退回补充：" + back);
        shown.put(
                "leads",
                lines.ofNotice(at.caseId()).stream()
                        .map(each -> Map.of(
                                "ref", each.ref(),
                                "unit", sheet.name(each.accusedUnit()),
                                "category", each.categoryLabel(),
                                "result", Optional.ofNullable(each.result()).orElse(""),
                                "rectified",
                                        Optional.ofNullable(each.rectified()).orElse("ONGOING")))
                        .toList());
        return shown;
    }

    private Map<String, Object> results(Situation at) {
        Map<String, Object> shown = head(at);
        shown.put(
                "resultTable",
                lines.ofNotice(at.caseId()).stream().map(this::result).toList());
        return shown;
    }

    private Map<String, Object> result(GatheredLead each) {
        return Map.of(
                "ref", each.ref(),
                "unit", sheet.name(each.accusedUnit()),
                "result", Optional.ofNullable(each.result()).orElse("—"),
                "rectifiedLabel", each.rectifiedLabel(),
                "suggestion", suggestion(each));
    }

    /** What D03 advises now that the district has answered. */
    private String suggestion(GatheredLead each) {
        return instruments.advise(leads.get(each.leadRef()), each.isUntimely()).stream()
                .map(advised -> advised.instrument().label() + "（" + advised.reason() + "）")
                .collect(Collectors.joining("；"));
    }

    private Map<String, Object> reviewed(Situation at) {
        Map<String, Object> shown = results(at);
        shown.put(
                "reportNote",
                Optional.ofNullable(repository.get(at.caseId()).reportNote()).orElse("—"));
        shown.put(
                "leadOptions",
                lines.ofNotice(at.caseId()).stream()
                        .map(each ->
                                Map.of("value", each.ref(), "label", each.ref() + " " + sheet.name(each.accusedUnit())))
                        .toList());
        return shown;
    }

    private Flags receive(Situation at, Fields fields) {
        notices.receive(at.caseId(), fields.text("handler"));
        return Flags.none();
    }

    private Flags verify(Situation at, Fields fields) {
        notices.verify(at.caseId(), fields.rows("leads"));
        return Flags.none();
    }

    private Flags report(Situation at, Fields fields) {
        boolean reported = fields.either("decision", "REPORT", "BACK");
        notices.report(at.caseId(), reported, fields.text("note"));
        return Flags.of(NoticeVariables.REPORTED, reported);
    }

    private Flags review(Situation at, Fields fields) {
        NoticeReview decision = fields.option("decision", NoticeReview.class);
        notices.review(at.caseId(), decision, Set.copyOf(fields.choices("escalate")), fields.text("note"), at.person());
        return Flags.of(NoticeVariables.REVIEW_RESULT, decision.name());
    }
}
