package io.duban.order;

import io.duban.audit.AuditEvent;
import java.util.List;
import java.util.Set;

/**
 * 办理过程: which lines of an order's trail are told to whoever is not on its issuer's side. Theirs is what happened to the
 * order since it went out; how it was drafted, what its issuer considered, who looked at what and who was turned away is
 * the issuer's. Every action stands in one of the two sets; what stands in neither is told to nobody else.
 */
final class OrderTrail {

    private static final Set<String> OUT = Set.of("PAPER_ISSUED", "ORDER_SIGNED", "ORDER_ISSUED");

    static final Set<String> TOLD = Set.of(
            "PAPER_ISSUED",
            "PAPER_VOIDED",
            "ORDER_SIGNED",
            "ORDER_ISSUED",
            "ORDER_RECEIVED",
            "ORDER_DEEMED_RECEIVED",
            "INVESTIGATED",
            "INVESTIGATION_DUE_SOON",
            "INVESTIGATION_OVERDUE",
            "INVESTIGATION_RAISED",
            "DEADLINE_RUNS_ON",
            "REPORT_SUBMITTED",
            "REPORT_BACK_TO_TEAM",
            "REPORT_REVIEWED",
            "REPORT_SUPPLEMENTED",
            "SUPPLEMENT_OVERDUE",
            "PROBLEMS_CONFIRMED",
            "ORDER_UNFOUNDED",
            "RECTIFICATION_ORDERED",
            "RECTIFICATION_PLANNED",
            "RECTIFICATION_DUE_SOON",
            "RECTIFICATION_OVERDUE",
            "RECTIFICATION_RETURNED",
            "RECTIFICATION_VERIFIED",
            "VERIFICATION_FAILED",
            "SIGN_OFF_REQUESTED",
            "SIGN_OFF_REFUSED",
            "PROBLEM_SIGNED_OFF",
            "PROBLEM_REOPENED",
            "ORDER_SIGNED_OFF",
            "LOOK_BACK_OPENED",
            "LOOKED_BACK",
            "ORDER_CLOSED",
            "ORDER_WITHDRAWN",
            "ORDER_TRANSFERRED",
            "ORDER_MERGED",
            "EXTENSION_REQUESTED",
            "EXTENSION_GRANTED",
            "EXTENSION_REFUSED",
            "EXTENSION_LAPSED",
            "DEADLINE_EXTENDED",
            "DEADLINE_MOVED",
            "REMINDED",
            "BULLETIN_REGISTERED",
            "EVIDENCE_KEPT",
            "EVIDENCE_WITHDRAWN");

    static final Set<String> ISSUERS_OWN = Set.of(
            "ORDER_DRAFTED",
            "ORDER_SUBMITTED",
            "ORDER_RETURNED",
            "DISCONTINUATION_REQUESTED",
            "DISCONTINUATION_REFUSED",
            "APPROVAL_REMINDED",
            "CONFLICT_REFUSED",
            "PAPER_READ",
            "EVIDENCE_READ",
            "CASE_FILE_EXPORTED",
            "INTERVIEW_PROPOSED",
            "INTERVIEW_APPROVED",
            "INTERVIEW_DECLINED",
            "INTERVIEW_NOTICE_SENT",
            "INTERVIEW_HELD",
            "INTERVIEW_REPORTED",
            "INTERVIEW_RECTIFICATION_DEMANDED",
            "INTERVIEW_RECTIFICATION_SUBMITTED",
            "INTERVIEW_RECTIFICATION_OVERDUE",
            "INTERVIEW_FOLLOWED_UP",
            "INTERVIEW_UNRESOLVED",
            "INTERVIEW_ENDED",
            "INTERVIEW_ORDER_ENDED",
            "ACCOUNTABILITY_PROPOSED",
            "ACCOUNTABILITY_NOT_STARTED",
            "WORKING_GROUP_FORMED",
            "FACTS_ESTABLISHED",
            "FACT_FINDING_OVERDUE",
            "SUBJECTS_NOTIFIED",
            "STATEMENTS_HEARD",
            "ACCOUNTABILITY_DECIDED",
            "ACCOUNTABILITY_RETURNED",
            "ACCOUNTABILITY_REJECTED",
            "DECISION_NUMBERED",
            "DECISION_ISSUED",
            "ACCOUNTABILITY_ARCHIVED",
            "ACCOUNTABILITY_ORDER_ENDED");

    private OrderTrail() {}

    /** The lines of an order for somebody of the addressee's side, from the day its paper was issued. */
    static List<AuditEvent> told(List<AuditEvent> lines) {
        return lines.stream()
                .dropWhile(each -> !OUT.contains(each.action()))
                .filter(each -> TOLD.contains(each.action()))
                .toList();
    }
}
