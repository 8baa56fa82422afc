package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.reporter.ReporterVault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延长办理期限 (《信访工作条例》, 2.4 no. 52): asked for once, decided by the head of the office, told to the reporter. */
@Service
@Transactional
class LeadExtensions {

    private final LeadRepository leads;
    private final LeadHandlingRepository notes;
    private final LeadVerificationProcess process;
    private final Deadlines deadlines;
    private final ReporterVault vault;
    private final AuditTrail audit;
    private final Clock clock;

    LeadExtensions(
            LeadRepository leads,
            LeadHandlingRepository notes,
            LeadVerificationProcess process,
            Deadlines deadlines,
            ReporterVault vault,
            AuditTrail audit,
            Clock clock) {
        this.leads = leads;
        this.notes = notes;
        this.process = process;
        this.deadlines = deadlines;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** 申请延长: once, before the term is out, by at most what D15 allows. */
    void ask(String leadRef, int days, String reason, String person) {
        Lead lead = leads.lock(leadRef);
        int most = deadlines.lengthOf(leadRef, DeadlineKind.LEAD_EXTENSION);
        if (days < 1 || days > most) {
            throw Refusal.of(
                    "days",
                    "extension-length",
                    "《信访工作条例》（2.4 第52项）",
                    "延长办理期限须为 1 至 " + most + " 日。",
                    "The term may be prolonged by 1 to " + most + " days.");
        }
        if (notes.notes(leadRef).extensionGranted() != null) {
            throw Refusal.of(
                    "days", "extension-once", "设计参数：至多一次", "办理期限只能申请延长一次。", "The term may be prolonged once only.");
        }
        if (!clock.instant().isBefore(limit(lead).dueAt())) {
            throw Refusal.of("days", "extension-before-due", "INV-18", "办理期限已届满，不能再申请延长，请尽快报送。", "The term is over.");
        }
        Map<String, @Nullable Object> asked = columns("days_asked", days);
        asked.put("extension_reason", reason);
        asked.put("extension_asked_by", person);
        notes.note(leadRef, asked);
        audit.record(leadRef, "LEAD_EXTENSION_REQUESTED", "申请延长办理期限 " + days + " 日");
    }

    /** 审批延期 by the head of the office, never by who asked. */
    void decide(String leadRef, boolean granted, String note, String person) {
        leads.lock(leadRef);
        if (person.equals(notes.notes(leadRef).extensionAskedBy())) {
            throw Refusal.forbidden("requester-not-decider", "2.4 第52项", "申请人不得审批自己的申请。", "Who asks must not decide.");
        }
        Map<String, @Nullable Object> decided = columns("extension_granted", granted);
        decided.put("extension_note", note);
        notes.note(leadRef, decided);
        audit.record(leadRef, granted ? "LEAD_EXTENSION_GRANTED" : "LEAD_EXTENSION_REFUSED", granted ? "准予延期" : "不予延期");
    }

    /** 延长期限: the term moves, the work with it, and the reporter is told why (《信访工作条例》). */
    Deadline extend(String leadRef) {
        Lead lead = leads.lock(leadRef);
        var noted = notes.notes(leadRef);
        Deadline before = limit(lead);
        LocalDate due =
                before.due().plusDays(Optional.ofNullable(noted.daysAsked()).orElseThrow());
        deadlines.cancel(before.id());
        Deadline after = deadlines.openUntil(leadRef, null, DeadlineKind.LEAD_CONCLUSION, LocalDate.now(clock), due);
        leads.change(lead).set("conclude_due", due).write();
        vault.reply(leadRef, "因情况复杂，办理期限延长至 " + due + "。理由：" + noted.extensionReason());
        process.limitMoved(after);
        audit.record(leadRef, "LEAD_EXTENDED", "办理期限由 " + before.due() + " 延长至 " + due);
        return after;
    }

    private Deadline limit(Lead lead) {
        return deadlines
                .find(lead.leadRef(), null, DeadlineKind.LEAD_CONCLUSION)
                .orElseThrow(() ->
                        Refusal.conflict("deadline-closed", lead.state(), "该线索的办理期限已结束，请刷新。", "The term is closed."));
    }

    private static Map<String, @Nullable Object> columns(String name, @Nullable Object value) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(name, value);
        return columns;
    }
}
