package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.document.PreparedPaper;
import io.duban.engine.Refusal;
import io.duban.form.Fields;
import io.duban.lead.SupervisionNotice.State;
import io.duban.order.Instrument;
import io.duban.organisation.Organisations;
import io.duban.rectification.ProblemDraft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办通知办理 (P03): issued, received, verified lead by lead, answered, reviewed; closed or made into orders. */
@Service
@Transactional
class Notices {

    private final NoticeRepository notices;
    private final ConsolidationRepository lines;
    private final LeadRepository leads;
    private final LeadInstruments instruments;
    private final NoticePapers papers;
    private final NoticeVerificationProcess process;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    Notices(
            NoticeRepository notices,
            ConsolidationRepository lines,
            LeadRepository leads,
            LeadInstruments instruments,
            NoticePapers papers,
            NoticeVerificationProcess process,
            Deadlines deadlines,
            Organisations organisations,
            AuditTrail audit,
            Clock clock) {
        this.notices = notices;
        this.lines = lines;
        this.leads = leads;
        this.instruments = instruments;
        this.papers = papers;
        this.process = process;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Numbers and sends out the notices of a period, one for each district; laid out are all before the first is numbered. */
    void issue(Consolidation period, List<String> districts) {
        Map<String, PreparedPaper> prepared = new LinkedHashMap<>();
        districts.forEach(district ->
                prepared.put(district, papers.prepare(UUID.randomUUID().toString(), period, district)));
        prepared.forEach((district, paper) -> issue(period, district, paper));
    }

    private void issue(Consolidation period, String district, PreparedPaper paper) {
        LocalDate today = LocalDate.now(clock);
        var notice = new SupervisionNotice(
                paper.caseId(),
                period.id(),
                papers.issue(paper),
                period.receivingUnit(),
                district,
                String.valueOf(period.title()),
                String.valueOf(period.requirements()),
                State.ISSUED,
                today,
                java.util.Objects.requireNonNull(period.replyDue()),
                null,
                null,
                null,
                false,
                0);
        notices.insert(notice);
        lines.assign(period.id(), district, notice.id());
        Deadline due = deadlines.openUntil(notice.id(), null, DeadlineKind.NOTICE_REPLY, today, notice.replyDue());
        audit.record(
                notice.id(),
                "NOTICE_ISSUED",
                "印发 " + notice.number() + "，主送" + organisations.get(district).name());
        process.noticeIssued(notice, due);
    }

    void receive(String id, String handler) {
        change(require(id, State.ISSUED), State.VERIFYING, "handler", handler);
        audit.record(id, "NOTICE_RECEIVED", "签收督办通知");
    }

    /** 逐条核查督办: every lead of the notice is answered. */
    void verify(String id, List<Fields> rows) {
        SupervisionNotice notice = require(id, State.VERIFYING);
        Map<String, GatheredLead> open = byRef(id);
        rows.forEach(row -> {
            GatheredLead line = open.remove(row.text("ref"));
            if (line == null) {
                throw Refusal.of(
                        row.nameOf("ref"), "unknown-line", "A21", "通知中没有“" + row.text("ref") + "”。", "No such line.");
            }
            SummaryRules.requireNone(row.nameOf("result"), row.text("result"));
            lines.answer(id, line.leadRef(), row.text("result"), row.text("rectified"));
        });
        if (!open.isEmpty()) {
            throw Refusal.of(
                    "leads",
                    "every-lead",
                    "A21",
                    "每条线索都须写明核查督办情况，还缺：" + String.join("、", open.keySet()) + "。",
                    "Every lead of the notice needs an answer.");
        }
        change(notice, State.REPORTING, "return_reason", null);
        audit.record(id, "NOTICE_VERIFIED", "逐条核查督办 " + rows.size() + " 条");
    }

    /** 反馈, or back to whoever verified. */
    void report(String id, boolean reported, String note) {
        SupervisionNotice notice = require(id, State.REPORTING);
        if (reported) {
            change(notice, State.UNDER_REVIEW, "report_note", note);
            deadlines.find(id, null, DeadlineKind.NOTICE_REPLY).ifPresent(due -> deadlines.meet(due, clock.instant()));
            audit.record(id, "NOTICE_REPORTED", "反馈办理情况");
        } else {
            change(notice, State.VERIFYING, "return_reason", note);
            audit.record(id, "NOTICE_NOT_READY", "退回补充：" + note);
        }
    }

    /** 审核反馈: closed, sent back, or some of its leads escalate. */
    void review(String id, NoticeReview decision, Set<String> escalated, String note, String person) {
        SupervisionNotice notice = require(id, State.UNDER_REVIEW);
        Map<String, GatheredLead> byRef = byRef(id);
        boolean escalating = decision == NoticeReview.ESCALATED;
        if (escalating && escalated.isEmpty()) {
            throw Refusal.of("escalate", "at-least-one", "A22；D03", "升级督办的，请至少选一条线索。", "Choose at least one lead.");
        }
        byRef.forEach((ref, line) -> lines.escalate(id, line.leadRef(), escalating && escalated.contains(ref)));
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("review_note", note);
        columns.put("reviewer", person);
        if (decision == NoticeReview.RETURNED) {
            columns.put("state", State.VERIFYING.name());
            columns.put("return_reason", note);
        }
        notices.change(notice, columns);
        audit.record(id, "NOTICE_REVIEWED", "审核反馈：" + note);
    }

    /** 升级督办: a draft of a key-issue order for each chosen lead, in the name of the reviewer. */
    void escalate(String id) {
        SupervisionNotice notice = require(id, State.UNDER_REVIEW);
        lines.ofNotice(id).stream().filter(GatheredLead::escalated).forEach(line -> {
            Lead lead = leads.lock(line.leadRef());
            instruments.draft(
                    lead,
                    Instrument.KEY_ISSUE_ORDER,
                    "关于" + organisations.get(String.valueOf(line.accusedUnit())).name() + "有关问题的督办单",
                    new ProblemDraft(LeadInstruments.categoryOf(lead), line.summary(), null, null));
        });
        end(notice, State.ESCALATED);
        audit.record(id, "NOTICE_ESCALATED", "升级为重点问题督办单");
    }

    void close(String id) {
        end(require(id, State.UNDER_REVIEW), State.CLOSED);
        lines.ofNotice(id)
                .forEach(line -> leads.change(leads.lock(line.leadRef()))
                        .set("state", LeadState.CLOSED)
                        .write());
        audit.record(id, "NOTICE_CLOSED", "督办通知办结");
    }

    void remind(String id) {
        SupervisionNotice notice = notices.lock(id);
        if (!deadlines.isMissed(id, null, DeadlineKind.NOTICE_REPLY)) {
            return;
        }
        notices.change(notice, Map.of("overdue", true));
        audit.record(id, "NOTICE_OVERDUE", "反馈期限届满，催办并记逾期");
    }

    Map<String, GatheredLead> byRef(String id) {
        return lines.ofNotice(id).stream()
                .collect(Collectors.toMap(
                        GatheredLead::ref, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private void end(SupervisionNotice notice, State state) {
        change(notice, state, "closed_on", LocalDate.now(clock));
        deadlines.cancelAll(notice.id());
    }

    private void change(SupervisionNotice notice, State state, String column, @Nullable Object value) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("state", state.name());
        columns.put(column, value);
        notices.change(notice, columns);
    }

    private SupervisionNotice require(String id, State state) {
        SupervisionNotice notice = notices.lock(id);
        if (notice.state() != state) {
            throw Refusal.conflict(
                    "notice-state",
                    notice.state(),
                    "督办通知现为“" + notice.state().label() + "”，不能办理此步骤，请刷新。",
                    "The notice is in another state.");
        }
        return notice;
    }
}
