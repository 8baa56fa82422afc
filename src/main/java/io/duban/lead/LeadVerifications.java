package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.lead.LeadHandlingRepository.Verification;
import io.duban.organisation.Organisations;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 转办核查 (P01): transfer to the body that handles it, receipt, verification, guidance, conclusion. */
@Service
@Transactional
class LeadVerifications {

    private final LeadRepository leads;
    private final LeadHandlingRepository notes;
    private final LeadDirection direction;
    private final ConflictLock lock;
    private final LeadVerificationProcess process;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    LeadVerifications(
            LeadRepository leads,
            LeadHandlingRepository notes,
            LeadDirection direction,
            ConflictLock lock,
            LeadVerificationProcess process,
            Deadlines deadlines,
            Organisations organisations,
            AuditTrail audit,
            Clock clock) {
        this.leads = leads;
        this.notes = notes;
        this.direction = direction;
        this.lock = lock;
        this.process = process;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * 归口转办: to a body that is not entangled with the accused unit (INV-05), asking a division to guide if wished.
     *
     * @return the candidate group that verifies
     */
    String transfer(String leadRef, Transfer transfer) {
        Lead lead = require(leadRef, LeadState.ACCEPTED);
        Unit body = requireAdmitted(lead, transfer.handlingUnit());
        String group = groupOf("division", body.code(), transfer.division());
        notes.note(leadRef, columns("transfer_note", transfer.note()));
        leads.change(lead)
                .set("state", LeadState.TRANSFERRED)
                .set("handling_unit", body.code())
                .set("handling_group", group)
                .write();
        transfer.guidingDivision().ifPresent(division -> guided(lead, division));
        audit.record(leadRef, "LEAD_TRANSFERRED", "转" + body.name() + "办理");
        return group;
    }

    private void guided(Lead lead, String division) {
        String group = groupOf("guidingDivision", lead.receivingUnit(), division);
        process.guidanceRequested(lead.leadRef(), group);
        audit.record(
                lead.leadRef(),
                "LEAD_GUIDANCE_REQUESTED",
                "请" + Role.byId(division).orElseThrow().label() + "指导办理");
    }

    /** The body has its group; the accused unit, its subordinates and whoever runs it are not such a body. */
    private Unit requireAdmitted(Lead lead, String code) {
        Unit body = organisations.require("handlingUnit", code);
        if (!organisations.isWithin(body.code(), lead.receivingUnit())) {
            throw Refusal.of(
                    "handlingUnit",
                    "jurisdiction",
                    "A19 属地管理",
                    "“" + body.name() + "”不在本单位管辖范围内，请改选。",
                    "The handling unit lies outside your jurisdiction.");
        }
        lock.requireFree("handlingUnit", body.code(), lead);
        return body;
    }

    private String groupOf(String field, String unit, String division) {
        if (!direction.has(unit, division)) {
            throw Refusal.of(
                    field,
                    "division",
                    "D02",
                    "“" + organisations.get(unit).name() + "”没有所选的处室（股室），请按表单所列选择。",
                    "This unit has no such division.");
        }
        return Role.byId(division).orElseThrow().group(unit);
    }

    /** 承办签收: the handling body takes it and may name another of its divisions. */
    String receive(String leadRef, String division, String handler) {
        Lead lead = require(leadRef, LeadState.TRANSFERRED);
        String unit = Optional.ofNullable(lead.handling().handlingUnit()).orElseThrow();
        String group = groupOf("division", unit, division);
        notes.note(leadRef, columns("handler", handler));
        leads.change(lead)
                .set("state", LeadState.VERIFYING)
                .set("handling_group", group)
                .write();
        audit.record(leadRef, "LEAD_RECEIVED", organisations.get(unit).name() + "签收");
        return group;
    }

    /** 报送核查结果. */
    void report(String leadRef, Findings findings, String person) {
        require(leadRef, LeadState.VERIFYING);
        findings.requireComplete();
        int round = notes.latest(leadRef).map(each -> each.round() + 1).orElse(1);
        notes.insert(
                leadRef,
                new Verification(
                        round,
                        findings.investigators(),
                        findings.process(),
                        findings.facts(),
                        findings.measures(),
                        person,
                        LocalDate.now(clock)));
        audit.record(leadRef, "LEAD_VERIFIED", "报送核查结果" + (round == 1 ? "" : "（第 " + round + " 次）"));
    }

    /** 认定, or sent back because the verification does not suffice. */
    void conclude(String leadRef, @Nullable LeadConclusion conclusion, String note, Weight weight) {
        Lead lead = require(leadRef, LeadState.VERIFYING);
        if (conclusion == null) {
            notes.note(leadRef, columns("return_reason", note));
            audit.record(leadRef, "LEAD_VERIFICATION_RETURNED", "核查不充分，退回补充");
            return;
        }
        Map<String, @Nullable Object> noted = columns("return_reason", null);
        noted.put("untimely", weight.untimely());
        notes.note(leadRef, noted);
        leads.change(lead)
                .set("state", LeadState.CONCLUDED)
                .set("conclusion", conclusion)
                .set("conclusion_text", note)
                .set("concluded_on", LocalDate.now(clock))
                .set("severe", weight.severe() || lead.triage().severe())
                .set("vile", weight.vile() || lead.triage().vile())
                .set("leader_concern", weight.leaderConcern() || lead.triage().leaderConcern())
                .set("public_reaction", weight.publicReaction() || lead.triage().publicReaction())
                .write();
        audit.record(leadRef, "LEAD_CONCLUDED", "认定：" + conclusion.label());
    }

    /** 指导办理. */
    void guide(String leadRef, String guidance, String person) {
        leads.lock(leadRef);
        Map<String, @Nullable Object> noted = columns("guidance", guidance);
        noted.put("guided_by", person);
        notes.note(leadRef, noted);
        audit.record(leadRef, "LEAD_GUIDED", "职能处室提出指导意见");
    }

    void remind(String leadRef) {
        if (deadlines.isDueSoon(leadRef, null, DeadlineKind.LEAD_CONCLUSION)) {
            audit.record(leadRef, "LEAD_REMINDED", "办结期限临近，提醒承办单位");
        }
    }

    /** 催办: late is one of the grounds for a key-issue order (整改不及时). */
    void markOverdue(String leadRef) {
        leads.lock(leadRef);
        if (!deadlines.isMissed(leadRef, null, DeadlineKind.LEAD_CONCLUSION)) {
            return;
        }
        notes.note(leadRef, columns("overdue", true));
        audit.record(leadRef, "LEAD_OVERDUE", "办结期限届满，催办并记逾期");
    }

    private Lead require(String leadRef, LeadState state) {
        Lead lead = leads.lock(leadRef);
        if (lead.state() != state) {
            throw Refusal.conflict(
                    "lead-state",
                    lead.state(),
                    "线索现为“" + lead.state().label() + "”，不能办理此步骤，请刷新。",
                    "The lead is in another state; refresh.");
        }
        return lead;
    }

    private static Map<String, @Nullable Object> columns(String name, @Nullable Object value) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(name, value);
        return columns;
    }
}
