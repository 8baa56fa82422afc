package io.duban.order;

import io.duban.accountability.Accountabilities;
import io.duban.accountability.AccountabilityStanding;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineStatus;
import io.duban.calendar.Deadlines;
import io.duban.calendar.WorkingDays;
import io.duban.interview.InterviewStanding;
import io.duban.interview.Interviews;
import io.duban.rectification.Problem;
import io.duban.rectification.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 升级依据 (D07): what speaks for a measure at one moment. What a concluded measure has answered for no longer counts, what
 * came after it does; of an order that has ended nothing counts (T21–T24 are about open ones).
 */
@Component
class EscalationAssessment {

    private static final Set<DeadlineKind> OWED =
            EnumSet.of(DeadlineKind.INVESTIGATION, DeadlineKind.SUPPLEMENT, DeadlineKind.RECTIFICATION);

    private final ReminderRepository reminders;
    private final EscalationRecords records;
    private final Problems problems;
    private final Deadlines deadlines;
    private final Interviews interviews;
    private final Accountabilities accountabilities;
    private final ObjectProvider<ReportedOften> reportedOften;
    private final WorkingDays workingDays;
    private final Clock clock;

    EscalationAssessment(
            ReminderRepository reminders,
            EscalationRecords records,
            Problems problems,
            Deadlines deadlines,
            Interviews interviews,
            Accountabilities accountabilities,
            ObjectProvider<ReportedOften> reportedOften,
            WorkingDays workingDays,
            Clock clock) {
        this.reminders = reminders;
        this.records = records;
        this.problems = problems;
        this.deadlines = deadlines;
        this.interviews = interviews;
        this.accountabilities = accountabilities;
        this.reportedOften = reportedOften;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    EscalationInputs of(SupervisionOrder order) {
        if (order.state().isEnd()) {
            return EscalationInputs.NONE;
        }
        InterviewStanding talks = interviews.standing(order.id());
        AccountabilityStanding cases = accountabilities.standing(order.id());
        Instant since = talks.answeredUntil();
        List<Deadline> overdue = overdue(order.id());
        List<Problem> list = problems.of(order.id());
        ReportedOften above = reportedOften.getIfAvailable();
        return new EscalationInputs(
                bulletins(order.id(), list, cases.answeredUntil()),
                urged(order.id(), overdue, later(since, cases.answeredUntil())),
                order.falsifiedAt() != null && order.falsifiedAt().isAfter(since),
                relapsedAfter(order.id(), list, since),
                above != null && above.reportCountHigh(order.issuerUnit(), order.accusedUnit(), day(since)),
                above != null && above.lagging(order.districtUnit(), day(since)),
                order.interestSevere() && isNew(cases, "PUPIL_INTEREST_SEVERE"),
                order.impactBad() && isNew(cases, "BAD_SOCIAL_IMPACT"),
                talks.open(),
                talks.unresolvedAfter(cases.pursuedAt("INTERVIEW_UNRESOLVED")),
                cases.open(),
                !overdue.isEmpty());
    }

    /** What is owed and late. */
    List<Deadline> overdue(String orderId) {
        LocalDate today = LocalDate.now(clock);
        return deadlines.of(orderId).stream()
                .filter(each -> each.status() == DeadlineStatus.OPEN && OWED.contains(each.kind()))
                .filter(each -> each.isOverdue(today))
                .toList();
    }

    /** By how many working days the latest of them is late. */
    int worst(List<Deadline> overdue) {
        LocalDate today = LocalDate.now(clock);
        return overdue.stream()
                .mapToInt(each -> each.overdueWorkingDays(today))
                .max()
                .orElse(0);
    }

    /** A43: 多次通报仍然整改不到位 – what is settled is no longer held against anybody. */
    private int bulletins(String orderId, List<Problem> list, Instant since) {
        int all = list.stream()
                .filter(each -> !each.state().isSettled())
                .mapToInt(Problem::bulletinCount)
                .max()
                .orElse(0);
        return all == 0 || since.equals(Instant.EPOCH) ? all : records.bulletinsAfter(orderId, since);
    }

    private Urged urged(String orderId, List<Deadline> overdue, Instant answeredUntil) {
        return overdue.isEmpty()
                ? Urged.NOTHING_OVERDUE
                : Urged.of(
                        reminders.days(orderId),
                        overdue.stream().map(Deadline::due).toList(),
                        day(answeredUntil),
                        LocalDate.now(clock),
                        workingDays::workingDaysBetween);
    }

    private boolean relapsedAfter(String orderId, List<Problem> list, Instant since) {
        return list.stream().anyMatch(each -> each.reopened() && each.state().isOpen())
                && records.lastRelapse(orderId).filter(since::isBefore).isPresent();
    }

    /** The order does not know since when; a concluded case that rested on the ground has answered for it. */
    private static boolean isNew(AccountabilityStanding cases, String ground) {
        return cases.pursuedAt(ground).equals(Instant.EPOCH);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingDays.ZONE);
    }
}
