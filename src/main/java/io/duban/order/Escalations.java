package io.duban.order;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilityProposal;
import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.interview.InterviewProposal;
import io.duban.interview.InterviewStanding;
import io.duban.interview.InterviewSummary;
import io.duban.interview.Interviews;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 升级: 催办, then 约谈, then 问责, while the order itself goes on (T21–T24, D07). */
@Service
@Transactional
public class Escalations {

    private static final Set<DeadlineKind> OWED =
            EnumSet.of(DeadlineKind.INVESTIGATION, DeadlineKind.SUPPLEMENT, DeadlineKind.RECTIFICATION);

    private final OrderRepository orders;
    private final ReminderRepository reminders;
    private final OrderPapers papers;
    private final Problems problems;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final ObjectProvider<ReportedOften> reportedOften;
    private final AuditTrail audit;
    private final Clock clock;

    Escalations(
            OrderRepository orders,
            ReminderRepository reminders,
            OrderPapers papers,
            Problems problems,
            Deadlines deadlines,
            WorkingDays workingDays,
            Interviews interviews,
            Accountabilities accountabilities,
            ObjectProvider<ReportedOften> reportedOften,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.reminders = reminders;
        this.papers = papers;
        this.problems = problems;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.reportedOften = reportedOften;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gathers what the decision looks at; what an interview has already answered for no longer counts. */
    EscalationInputs assess(String orderId) {
        return assess(orders.lock(orderId));
    }

    /** The same for an order that the caller has locked. */
    EscalationInputs assess(SupervisionOrder order) {
        String orderId = order.id();
        LocalDate today = LocalDate.now(clock);
        InterviewStanding talks = interviews.standing(orderId);
        List<InterviewSummary> held = talks.held();
        boolean answered = held.stream().anyMatch(each -> each.concludedAt() != null);
        Instant since = held.stream()
                .map(InterviewSummary::concludedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        List<Deadline> overdue = order.state().isEnd() ? List.of() : overdue(orderId, today);
        List<Problem> list = problems.of(orderId);
        ReportedOften above = reportedOften.getIfAvailable();
        return new EscalationInputs(
                overdue.stream()
                        .mapToInt(each -> each.overdueWorkingDays(today))
                        .max()
                        .orElse(0),
                bulletins(list),
                reminders.countSince(
                        orderId, LocalDate.ofInstant(since, WorkingDays.ZONE).plusDays(answered ? 1 : 0)),
                order.falsifiedAt() != null && order.falsifiedAt().isAfter(since),
                list.stream().anyMatch(each -> each.reopened() && each.state().isOpen()) && !answered,
                above != null && above.reportCountHigh(order.accusedUnit()) && !answered,
                above != null && above.lagging(order.districtUnit()) && !answered,
                order.interestSevere(),
                order.impactBad(),
                talks.open(),
                talks.unresolved(),
                !accountabilities.ofOrder(orderId).isEmpty(),
                !overdue.isEmpty());
    }

    /** A43: 多次通报仍然整改不到位 – what is settled is no longer held against anybody. */
    private static int bulletins(List<Problem> list) {
        return list.stream()
                .filter(each -> !each.state().isSettled())
                .mapToInt(Problem::bulletinCount)
                .max()
                .orElse(0);
    }

    /** The next day on which it is asked again. */
    Instant nextOccasion() {
        return workingDays
                .nextWorkingDay(LocalDate.now(clock))
                .atStartOfDay(WorkingDays.ZONE)
                .plusMinutes(1)
                .toInstant();
    }

    /** 催办. */
    void remind(String orderId) {
        SupervisionOrder order = orders.get(orderId);
        LocalDate today = LocalDate.now(clock);
        List<Deadline> overdue = overdue(orderId, today);
        int days = overdue.stream()
                .mapToInt(each -> each.overdueWorkingDays(today))
                .max()
                .orElse(0);
        if (reminders.add(orderId, today, "逾期 " + days + " 个工作日")) {
            orders.change(order).set("reminders", order.reminders() + 1).write();
            papers.urge(order, order.reminders() + 1, overdue);
            audit.record(orderId, "REMINDED", "催办（第 " + (order.reminders() + 1) + " 次），已逾期 " + days + " 个工作日");
        }
    }

    /** 提请约谈: one at a time. */
    void proposeInterview(String orderId, EscalationInputs inputs) {
        SupervisionOrder order = orders.get(orderId);
        remindIfOverdue(orderId, inputs);
        interviews.propose(new InterviewProposal(
                orderId,
                order.shownNumber(),
                order.title(),
                order.issuerUnit(),
                order.addresseeUnit(),
                order.districtUnit(),
                reasons(inputs),
                "沪府教督办〔2021〕24号 五"));
    }

    /** 提请问责. */
    void proposeAccountability(String orderId, EscalationInputs inputs) {
        SupervisionOrder order = orders.get(orderId);
        remindIfOverdue(orderId, inputs);
        accountabilities.propose(new AccountabilityProposal(
                orderId,
                order.shownNumber(),
                order.title(),
                order.issuerUnit(),
                order.districtUnit(),
                order.addresseeUnit(),
                grounds(inputs),
                "《教育督导问责办法》"));
    }

    private void remindIfOverdue(String orderId, EscalationInputs inputs) {
        if (inputs.stillOverdue()) {
            remind(orderId);
        }
    }

    private List<Deadline> overdue(String orderId, LocalDate today) {
        return deadlines.of(orderId).stream()
                .filter(each -> each.status() == DeadlineStatus.OPEN && OWED.contains(each.kind()))
                .filter(each -> each.isOverdue(today))
                .toList();
    }

    private static List<String> reasons(EscalationInputs inputs) {
        List<String> reasons = new ArrayList<>();
        if (inputs.falsified()) {
            reasons.add("FALSIFIED");
        }
        if (inputs.weakRectification() || inputs.interviewUnresolved()) {
            reasons.add("WEAK_RECTIFICATION");
        }
        if (inputs.reportCountHigh()) {
            reasons.add("REPORT_COUNT_HIGH");
        }
        if (inputs.lagging()) {
            reasons.add("LAGGING");
        }
        if (inputs.stillOverdue() || reasons.isEmpty()) {
            reasons.add("OVERDUE_REMINDED");
        }
        return reasons;
    }

    private static List<String> grounds(EscalationInputs inputs) {
        List<String> grounds = new ArrayList<>();
        if (inputs.interviewUnresolved()) {
            grounds.add("INTERVIEW_UNRESOLVED");
        }
        if (inputs.pupilInterestSevere()) {
            grounds.add("PUPIL_INTEREST_SEVERE");
        }
        if (inputs.badSocialImpact()) {
            grounds.add("BAD_SOCIAL_IMPACT");
        }
        if (grounds.isEmpty()) {
            grounds.add("REPEATED_BULLETINS");
        }
        return grounds;
    }
}
