package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.organisation.AdminLevel;
import io.duban.organisation.Organisations;
import io.duban.organisation.Role;
import io.duban.reporter.ReporterVault;
import io.duban.reporter.RetentionClass;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 举报线索办理 (P01): what happens to a lead from triage to the reply. The reporter is answered through the vault, so that
 * nobody here has to know who they are (A09, A45, INV-07).
 */
@Service
@Transactional
class LeadHandlings {

    private final LeadRepository leads;
    private final LeadDirection direction;
    private final ReporterVault vault;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final LeadHandlingRepository notes;
    private final Clock clock;

    LeadHandlings(
            LeadRepository leads,
            LeadDirection direction,
            ReporterVault vault,
            Deadlines deadlines,
            Organisations organisations,
            AuditTrail audit,
            LeadHandlingRepository notes,
            Clock clock) {
        this.leads = leads;
        this.direction = direction;
        this.vault = vault;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.audit = audit;
        this.notes = notes;
        this.clock = clock;
    }

    /** The fifteen days within which the reporter is told whether the report is accepted; from the day it came in. */
    Deadline awaitAcceptance(Lead lead) {
        return deadlines
                .find(lead.leadRef(), null, DeadlineKind.LEAD_ACCEPTANCE)
                .orElseGet(() -> deadlines.open(lead.leadRef(), null, DeadlineKind.LEAD_ACCEPTANCE, lead.receivedOn()));
    }

    /** 受理: opens the sixty days and tells the reporter. */
    Deadline accept(String leadRef) {
        Lead lead = leads.lock(leadRef);
        answerInTime(leadRef);
        LocalDate today = LocalDate.now(clock);
        Deadline limit = deadlines.open(leadRef, null, DeadlineKind.LEAD_CONCLUSION, today);
        leads.change(lead)
                .set("state", LeadState.ACCEPTED)
                .set("must_investigate", lead.named())
                .set("conclude_due", limit.due())
                .write();
        vault.reply(leadRef, "您的举报已受理，将在 " + limit.due() + " 前办结并答复。");
        audit.record(leadRef, "LEAD_ACCEPTED", lead.named() ? "受理，实名举报凡举必查" : "受理");
        return limit;
    }

    /** 定向: who guides at the level that received it, and who is proposed to handle it (D02). */
    void direct(String leadRef) {
        Lead lead = leads.lock(leadRef);
        String guiding = direction.groupOf(lead.receivingUnit(), lead);
        leads.change(lead).set("guiding_group", guiding).write();
        audit.record(leadRef, "LEAD_DIRECTED", "按主题定向");
    }

    /** 不予受理: the reporter is told why and who is competent. */
    void decline(String leadRef, String reply, String competentBody) {
        Lead lead = leads.lock(leadRef);
        SummaryRules.requireNone("reply", reply);
        answerInTime(leadRef);
        notes.note(leadRef, Map.of("competent_body", competentBody));
        vault.reply(leadRef, reply + "\n请向有权处理的机关反映：" + competentBody + "。");
        vault.retain(leadRef, RetentionClass.NOT_ACCEPTED);
        close(lead, LeadState.NOT_ACCEPTED);
        audit.record(leadRef, "LEAD_DECLINED", "告知不予受理，告知有权机关：" + competentBody);
    }

    /** 并案: the reporter will be answered with the lead it repeats; if that has been answered, at once. */
    void merge(String leadRef) {
        Lead lead = leads.lock(leadRef);
        answerInTime(leadRef);
        vault.reply(leadRef, "您反映的问题正在办理，已并案处理，办结后一并答复。");
        leads.change(lead).set("state", LeadState.MERGED).write();
        audit.record(leadRef, "LEAD_MERGED", "与在办线索并案");
    }

    /** 留存: kept for the analysis. */
    void keep(String leadRef) {
        Lead lead = leads.lock(leadRef);
        answerInTime(leadRef);
        vault.reply(leadRef, "您的举报已登记留存。补充具体单位和事实后，我们将及时核查，可凭回执补充。");
        leads.change(lead).set("state", LeadState.KEPT).write();
        audit.record(leadRef, "LEAD_KEPT", "登记留存");
    }

    /** 答复: the reporter of this lead and those of all leads merged into it. */
    void reply(String leadRef, String text) {
        Lead lead = leads.lock(leadRef);
        SummaryRules.requireNone("reply", text);
        requireVerified(lead);
        LocalDate today = LocalDate.now(clock);
        List<Lead> merged = leads.mergedInto(leadRef);
        vault.reply(leadRef, text);
        merged.forEach(each -> {
            vault.reply(each.leadRef(), text);
            leads.change(leads.lock(each.leadRef())).set("replied_on", today).write();
            audit.record(each.leadRef(), "LEAD_REPLIED", "随并案线索答复举报人");
        });
        boolean founded = lead.handling().isValid();
        leads.change(lead)
                .set("state", founded ? LeadState.REPLIED : LeadState.CLOSED)
                .set("replied_on", today)
                .write();
        vault.retain(leadRef, RetentionClass.ORDINARY);
        Optional<Deadline> limit = deadlines.find(leadRef, null, DeadlineKind.LEAD_CONCLUSION);
        limit.ifPresent(open -> deadlines.meet(open, clock.instant()));
        audit.record(leadRef, "LEAD_REPLIED", "答复举报人" + (merged.isEmpty() ? "" : "，并案 " + merged.size() + " 件一并答复"));
    }

    /** INV-07: no real-name report ends without a record of its verification. */
    private void requireVerified(Lead lead) {
        if (lead.named() && notes.latest(lead.leadRef()).isEmpty()) {
            throw Refusal.conflict(
                    "must-investigate",
                    lead.state(),
                    "实名举报凡举必查，须有核查记录才能答复办结，请先完成核查。",
                    "A real-name report needs a record of its verification before it is answered.");
        }
    }

    private void answerInTime(String leadRef) {
        deadlines
                .find(leadRef, null, DeadlineKind.LEAD_ACCEPTANCE)
                .ifPresent(open -> deadlines.meet(open, clock.instant()));
    }

    private void close(Lead lead, LeadState state) {
        leads.change(lead)
                .set("state", state)
                .set("replied_on", LocalDate.now(clock))
                .write();
    }

    /** The tenant under which the case runs: its district, or the receiving unit when the district itself is accused. */
    String districtOf(Lead lead) {
        String accused = lead.accusedUnit();
        if (accused == null) {
            return lead.districtUnit() == null ? lead.receivingUnit() : lead.districtUnit();
        }
        boolean districtItself = organisations.get(accused).level() == AdminLevel.COUNTY;
        return districtItself
                ? lead.receivingUnit()
                : organisations.districtOf(accused).code();
    }

    /** The candidate group of the office that received the lead. */
    static String officeOf(Lead lead) {
        return Role.PETITION_OFFICE.group(lead.receivingUnit());
    }
}
