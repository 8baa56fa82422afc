package io.duban.order;

import static io.duban.order.InvestigationVariables.REPORTER_GROUP;
import static io.duban.order.SupervisionOrderVariables.INVESTIGATION_DUE;
import static io.duban.order.SupervisionOrderVariables.INVESTIGATION_REMINDER;
import static io.duban.order.SupervisionOrderVariables.INVESTIGATOR_GROUP;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.form.Flags;
import io.duban.order.ReportRepository.Stored;
import io.duban.organisation.Organisations;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调查核实: five working days, a report in five parts, its review, and what follows from it (A50, A51, T5–T10). */
@Service
@Transactional
public class Investigations {

    private final OrderRepository orders;
    private final Orders cases;
    private final ReportRepository reports;
    private final Problems problems;
    private final Deadlines deadlines;
    private final ReportCompleteness completeness;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Investigations(
            OrderRepository orders,
            Orders cases,
            ReportRepository reports,
            Problems problems,
            Deadlines deadlines,
            ReportCompleteness completeness,
            Organisations organisations,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.reports = reports;
        this.problems = problems;
        this.deadlines = deadlines;
        this.completeness = completeness;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The five working days begin with the receipt; the flags tell the process who investigates until when. */
    Flags begin(String orderId) {
        SupervisionOrder order = orders.get(orderId);
        if (!order.instrument().isInvestigated()) {
            return Flags.none();
        }
        String handling = order.handlingUnit() == null ? order.districtUnit() : order.handlingUnit();
        Instant received = order.receivedAt() == null ? clock.instant() : order.receivedAt();
        return openTerm(orderId, handling, LocalDate.ofInstant(received, clock.getZone()));
    }

    private Flags openTerm(String orderId, String handlingUnit, LocalDate from) {
        Deadline deadline = deadlines.open(orderId, null, DeadlineKind.INVESTIGATION, from);
        return Flags.of(INVESTIGATOR_GROUP, Role.INVESTIGATION_TEAM.group(handlingUnit))
                .at(INVESTIGATION_DUE, deadline.dueAt())
                .at(INVESTIGATION_REMINDER, deadline.remindAt());
    }

    /** The team hands its findings to the government that has to report. */
    void handIn(String orderId, InvestigationReport report, String person) {
        cases.require(orderId, OrderState.INVESTIGATING);
        completeness.require(orderId, report);
        reports.add(orderId, report, person);
        audit.record(orderId, "INVESTIGATED", "调查组完成调查核实，提交调查情况");
    }

    /** T5 报送: the government sends the report up; the overdue days stop counting. */
    void report(String orderId, String signer, String person) {
        SupervisionOrder order = cases.require(orderId, OrderState.INVESTIGATING);
        Stored newest = newest(orderId);
        completeness.require(orderId, newest.report());
        reports.reported(newest, signer, person, clock.instant());
        deadlines.meetOpen(orderId, null, DeadlineKind.INVESTIGATION);
        orders.change(order).state(OrderState.UNDER_REVIEW).write();
        audit.record(orderId, "REPORT_SUBMITTED", "报送调查报告");
    }

    /** The government gives the findings back to the team before it reports. */
    void backToTeam(String orderId, String note) {
        cases.require(orderId, OrderState.INVESTIGATING);
        reports.returned(newest(orderId), note);
        audit.record(orderId, "REPORT_BACK_TO_TEAM", "退回调查组补充调查");
    }

    /** Records the review; which parts are wanting is decided by D05, what follows by D06 in the model. */
    boolean review(String orderId, ReportReview review, String person) {
        SupervisionOrder order = cases.require(orderId, OrderState.UNDER_REVIEW);
        Stored newest = newest(orderId);
        requireOther(orderId, person);
        review.requireConsistentFlags();
        List<String> missing = completeness.missing(orderId, review.sufficient());
        boolean complete = missing.isEmpty();
        boolean settled = complete && !review.falsified();
        if (settled) {
            problems.confirm(orderId, review.findings());
            review.requireConsistentFindings();
        }
        reports.reviewed(newest, review.substantiation().name(), String.join("、", missing), review.note(), person);
        boolean flagged = flag(order, review, settled);
        audit.record(orderId, "REPORT_REVIEWED", sentence(review, missing));
        if (flagged && !complete && !review.falsified()) {
            events.publishEvent(new EscalationInputsChanged(orderId));
        }
        return complete;
    }

    /** Who found the facts or sent a report up says nothing about it afterwards, in no later version either. */
    private void requireOther(String orderId, String person) {
        Set<String> shares = reports.sharesOf(orderId, person);
        if (shares.contains("INVESTIGATOR")) {
            throw Refusal.forbidden(
                    "investigator-not-reviewer", "domain 3.3", "调查人不得审核自己的报告。", "The investigator must not review.");
        }
        if (shares.contains("REPORTER")) {
            throw Refusal.forbidden(
                    "reporter-not-reviewer",
                    "domain 3.3",
                    "报送人不得审核自己报送的报告，请由其他人员审核。",
                    "Who has sent the report up must not review it; let somebody else do it.");
        }
    }

    /** Keeps what weighs heavily; what was held against an order that proves unfounded is taken back. */
    private boolean flag(SupervisionOrder order, ReportReview review, boolean settled) {
        boolean unfounded = settled && !review.isSubstantiated();
        boolean severe = !unfounded && (order.interestSevere() || review.interestSevere());
        boolean bad = !unfounded && (order.impactBad() || review.impactBad());
        boolean changed = severe != order.interestSevere() || bad != order.impactBad();
        if (changed || review.falsified()) {
            orders.change(order)
                    .set("interest_severe", severe)
                    .set("impact_bad", bad)
                    .set("falsified_at", review.falsified() ? clock.instant() : order.falsifiedAt())
                    .write();
        }
        return changed;
    }

    private static String sentence(ReportReview review, List<String> missing) {
        if (review.falsified()) {
            return "审核：报告弄虚作假，提级重新调查";
        }
        return missing.isEmpty() ? "审核：要件齐全，" + review.label() : "审核：要件不全（" + String.join("、", missing) + "），退回补正";
    }

    /** T6: the report goes back for what is missing; the original term runs on where the supplement is late too. */
    Deadline requestSupplement(String orderId) {
        SupervisionOrder order = cases.require(orderId, OrderState.UNDER_REVIEW);
        orders.change(order)
                .state(OrderState.SUPPLEMENTING)
                .set("report_returns", order.reportReturns() + 1)
                .write();
        return deadlines.open(orderId, null, DeadlineKind.SUPPLEMENT, LocalDate.now(clock));
    }

    /** T7 补正报送. */
    void supplement(String orderId, InvestigationReport report, Optional<String> signer, String person) {
        SupervisionOrder order = cases.require(orderId, OrderState.SUPPLEMENTING);
        completeness.require(orderId, report);
        Stored before = newest(orderId);
        reports.add(orderId, report, before.investigator());
        reports.reported(newest(orderId), signer.orElse(before.signer()), person, clock.instant());
        deadlines.meetOpen(orderId, null, DeadlineKind.SUPPLEMENT);
        deadlines.meetOpen(orderId, null, DeadlineKind.INVESTIGATION);
        orders.change(order).state(OrderState.UNDER_REVIEW).write();
        audit.record(orderId, "REPORT_SUPPLEMENTED", "补正后再次报送调查报告");
    }

    /** T10: another body, one level up, investigates anew; its lead reports, so the district has no part in it. */
    Flags raise(String orderId) {
        SupervisionOrder order = cases.require(orderId, OrderState.UNDER_REVIEW);
        Unit above = above(order);
        orders.change(order)
                .state(OrderState.INVESTIGATING)
                .set("handling_unit", above.code())
                .write();
        audit.record(orderId, "INVESTIGATION_RAISED", "提级由" + above.name() + "调查组重新调查");
        events.publishEvent(new EscalationInputsChanged(orderId));
        return openTerm(orderId, above.code(), LocalDate.now(clock))
                .and(REPORTER_GROUP, Role.SUPERVISION_LEAD.group(above.code()));
    }

    private Unit above(SupervisionOrder order) {
        String handling = order.handlingUnit() == null ? order.districtUnit() : order.handlingUnit();
        return teamAbove(handling).orElseGet(() -> organisations.get(order.issuerUnit()));
    }

    /** The next unit above this one that has an investigation team; a prefecture has none. */
    Optional<Unit> teamAbove(String unit) {
        return Optional.ofNullable(organisations.get(unit).parent())
                .map(organisations::get)
                .flatMap(above ->
                        Role.INVESTIGATION_TEAM.existsAt(above.level()) ? Optional.of(above) : teamAbove(above.code()));
    }

    /** T8 查否. */
    void closeUnfounded(String orderId) {
        cases.require(orderId, OrderState.UNDER_REVIEW);
        cases.end(orderId, OrderState.CLOSED_UNFOUNDED);
        audit.record(orderId, "ORDER_UNFOUNDED", "调查认定不属实，查否办结");
    }

    /** T9: the substantiated problems are handed over for rectification. */
    void confirmProblems(String orderId) {
        orders.change(cases.require(orderId, OrderState.UNDER_REVIEW))
                .state(OrderState.RECTIFYING)
                .write();
        audit.record(orderId, "PROBLEMS_CONFIRMED", "确认问题清单，交办整改");
        events.publishEvent(new EscalationInputsChanged(orderId));
    }

    void remind(String orderId) {
        if (deadlines.isDueSoon(orderId, null, DeadlineKind.INVESTIGATION)) {
            audit.record(orderId, "INVESTIGATION_DUE_SOON", "调查核实期限临近，提醒承办单位");
        }
    }

    /** T21: the term has run out; where it was the one for a supplement, the original one runs on as well (T6, ADR 29). */
    void markOverdue(String orderId, DeadlineKind kind) {
        if (deadlines.isMissed(orderId, null, kind)) {
            audit.record(orderId, kind + "_OVERDUE", kind.chinese() + "期限届满，记入逾期");
            if (kind == DeadlineKind.SUPPLEMENT) {
                deadlines.reopen(orderId, DeadlineKind.INVESTIGATION, "补正逾期");
            }
            events.publishEvent(new EscalationInputsChanged(orderId));
        }
    }

    Stored newest(String orderId) {
        return reports.newest(orderId).orElseThrow(() -> Refusal.notFound("尚无调查报告。", "There is no report yet."));
    }
}
