package io.duban.order;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilityProposal;
import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.WorkingDays;
import io.duban.interview.InterviewProposal;
import io.duban.interview.Interviews;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 升级: 催办, then 约谈, then 问责, while the order itself goes on (T21–T24, D07). */
@Service
@Transactional
public class Escalations {

    private final OrderRepository orders;
    private final EscalationAssessment assessment;
    private final ReminderRepository reminders;
    private final OrderPapers papers;
    private final WorkingDays workingDays;
    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final AuditTrail audit;
    private final Clock clock;

    Escalations(
            OrderRepository orders,
            EscalationAssessment assessment,
            ReminderRepository reminders,
            OrderPapers papers,
            WorkingDays workingDays,
            Interviews interviews,
            Accountabilities accountabilities,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.assessment = assessment;
        this.reminders = reminders;
        this.papers = papers;
        this.workingDays = workingDays;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gathers what the decision looks at. */
    EscalationInputs assess(String orderId) {
        return assess(orders.lock(orderId));
    }

    /** The same for an order that the caller has locked. */
    EscalationInputs assess(SupervisionOrder order) {
        return assessment.of(order);
    }

    /** The next day on which it is asked again. */
    Instant nextOccasion() {
        return workingDays
                .nextWorkingDay(LocalDate.now(clock))
                .atStartOfDay(WorkingDays.ZONE)
                .plusMinutes(1)
                .toInstant();
    }

    /** 催办, as often as the table of the ladder says, on working days: a term that ends before a day off is urged on the first working day after it (T21). */
    void remind(String orderId) {
        LocalDate today = LocalDate.now(clock);
        if (!workingDays.isWorkingDay(today)) {
            return;
        }
        SupervisionOrder order = orders.get(orderId);
        List<Deadline> overdue = assessment.overdue(orderId);
        int days = assessment.worst(overdue);
        if (reminders.add(orderId, today, "逾期 " + days + " 个工作日")) {
            orders.change(order).set("reminders", order.reminders() + 1).write();
            papers.urge(order, order.reminders() + 1, overdue);
            audit.record(orderId, "REMINDED", "催办（第 " + (order.reminders() + 1) + " 次），已逾期 " + days + " 个工作日");
        }
    }

    /** 提请约谈: one at a time. */
    void proposeInterview(String orderId, EscalationInputs inputs) {
        SupervisionOrder order = orders.get(orderId);
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
