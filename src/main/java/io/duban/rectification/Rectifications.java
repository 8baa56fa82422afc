package io.duban.rectification;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import io.duban.rectification.RectificationRepository.Plan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 整改与销号: plan, prove in four groups, verify, sign off, and back to work when a check fails. */
@Service
@Transactional
public class Rectifications {

    private final ProblemRepository problems;
    private final RectificationRepository records;
    private final Problems list;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rectifications(
            ProblemRepository problems,
            RectificationRepository records,
            Problems list,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.problems = problems;
        this.records = records;
        this.list = list;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the time for rectification: the day set for the problem, or the term of the table of terms. A day that has
     * passed before the order was received stays the day, and the problem is overdue at once.
     */
    Deadline open(String problemId) {
        Problem problem = problems.get(problemId);
        LocalDate today = LocalDate.now(clock);
        LocalDate due = problem.due();
        Deadline deadline = due == null
                ? deadlines.open(problem.orderId(), problemId, DeadlineKind.RECTIFICATION, today)
                : deadlines.openUntil(
                        problem.orderId(),
                        problemId,
                        DeadlineKind.RECTIFICATION,
                        due.isBefore(today) ? due : today,
                        due);
        note(problem, "RECTIFICATION_ORDERED", "交办整改，期限 " + deadline.due());
        return deadline;
    }

    void plan(String problemId, Plan plan, String person) {
        Problem problem = require(problemId, ProblemState.RECTIFYING);
        requireWithinTerm(problem, plan.until());
        list.requireDay("plannedUntil", plan.until());
        records.plan(problem, plan, person);
        note(problem, "RECTIFICATION_PLANNED", "制定整改方案，责任人 " + plan.responsible());
    }

    /** A plan ends with the term; once that is over, within a year, so that it remains a day people can work to. */
    private void requireWithinTerm(Problem problem, LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = deadlines
                .find(problem.orderId(), problem.id(), DeadlineKind.RECTIFICATION)
                .map(Deadline::due)
                .filter(due -> !due.isBefore(today))
                .orElse(today.plusYears(1));
        if (until.isAfter(last)) {
            throw Refusal.of(
                    "plannedUntil",
                    "plan-after-term",
                    "A52",
                    "计划完成日期“" + until + "”超过整改期限（" + last + "），请填写期限内的日期；期限不够的，先申请延期。",
                    "The plan ends after the term (" + last + "); choose a day within it or ask for more time.");
        }
    }

    /** T11: asks for sign-off; only with all four evidence groups (INV-06). */
    void requestSignOff(String problemId, List<Statement> statements, String person) {
        Problem problem = require(problemId, ProblemState.RECTIFYING);
        Set<EvidenceGroup> given = statements.stream().map(Statement::group).collect(Collectors.toSet());
        List<EvidenceGroup> missing = Stream.of(EvidenceGroup.values())
                .filter(group -> !given.contains(group))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.of(
                    missing.get(0).field(),
                    "evidence-groups",
                    "INV-06",
                    "还缺举证：" + missing.stream().map(EvidenceGroup::label).collect(Collectors.joining("、"))
                            + "，请补齐后再申请销号。",
                    "Evidence groups are missing.");
        }
        records.state(problem, statements, person);
        deadlines
                .find(problem.orderId(), problemId, DeadlineKind.RECTIFICATION)
                .ifPresent(open -> deadlines.meet(open, clock.instant()));
        move(problem.in(ProblemState.VERIFYING), "SIGN_OFF_REQUESTED", "报告整改完成，申请销号");
    }

    /** 初验: the district's office checks before the issuing office signs off. */
    void verify(String problemId, Check check, String person) {
        Problem problem = require(problemId, ProblemState.VERIFYING);
        record(problem, "VERIFICATION", check, person);
        if (check.passed()) {
            move(problem.in(ProblemState.SIGN_OFF_REVIEW), "RECTIFICATION_VERIFIED", "初验通过");
        } else {
            move(refused(problem, check), "VERIFICATION_FAILED", "初验不通过");
        }
    }

    /** T12: 销号, by the issuing office or its lead; the number is allotted in this transaction. */
    void signOff(String problemId, Check check, String person) {
        Problem problem = require(problemId, ProblemState.SIGN_OFF_REVIEW);
        if (records.hasVerified(problem, person)) {
            throw Refusal.forbidden(
                    "verifier-not-signing-off",
                    "domain 3.3；P05",
                    "初验人不得办理同一轮的销号，请由其他人员办理。",
                    "Who has verified a round must not sign it off; let somebody else do it.");
        }
        record(problem, "SIGN_OFF", check, person);
        if (check.passed()) {
            String number = "销号-" + problem.seq() + "-" + problem.round();
            move(problem.signedOff(number, clock.instant()), "PROBLEM_SIGNED_OFF", "予以销号（" + number + "）");
        } else {
            move(refused(problem, check), "SIGN_OFF_REFUSED", "不予销号");
        }
    }

    /** T13: back to work with a new round, the reason of the check that failed and the day it has set. */
    Deadline returnToWork(String problemId) {
        Problem problem = problems.get(problemId);
        String reason = problem.returnReason() == null ? "" : problem.returnReason();
        problems.update(problem.again(reason, problem.due(), false));
        note(problem, "RECTIFICATION_RETURNED", "退回整改，第 " + (problem.round() + 1) + " 轮");
        events.publishEvent(new ProblemsChanged(problem.orderId()));
        return open(problemId);
    }

    /** The time that is running for the problem, if any. */
    Optional<Deadline> running(String problemId) {
        return deadlines.find(problems.get(problemId).orderId(), problemId, DeadlineKind.RECTIFICATION);
    }

    void remind(String problemId) {
        Problem problem = problems.get(problemId);
        if (deadlines.isDueSoon(problem.orderId(), problemId, DeadlineKind.RECTIFICATION)) {
            note(problem, "RECTIFICATION_DUE_SOON", "整改期限临近，提醒整改单位");
        }
    }

    /** T21: the time has passed; the order's escalation is told. */
    void markOverdue(String problemId) {
        Problem problem = problems.get(problemId);
        if (!deadlines.isMissed(problem.orderId(), problemId, DeadlineKind.RECTIFICATION)) {
            return;
        }
        note(problem, "RECTIFICATION_OVERDUE", "整改逾期，记入台账并催办");
        events.publishEvent(new ProblemOverdue(problem.orderId(), problemId, problem.seq()));
    }

    /** The open problems of an order, each to be rectified in its own instance. */
    List<String> openIds(String orderId) {
        return problems.ofOrder(orderId).stream()
                .filter(each -> each.state().isOpen())
                .sorted(Comparator.comparingInt(Problem::seq))
                .map(Problem::id)
                .toList();
    }

    Problem get(String problemId) {
        return problems.get(problemId);
    }

    List<Statement> statements(String problemId) {
        return records.statementsOf(problems.get(problemId));
    }

    /** By problem the statements of its present round (四组举证). */
    public Map<String, List<Statement>> statementsOfOrder(String orderId) {
        return records.statementsOf(problems.ofOrder(orderId));
    }

    Optional<Plan> planOf(String problemId) {
        return records.planOf(problems.get(problemId));
    }

    private void record(Problem problem, String kind, Check check, String person) {
        requireOther(problem, person);
        list.requireDay("newDue", check.newDue().orElse(null));
        records.check(problem, kind, check.passed(), check.method(), check.note(), person, clock.instant());
    }

    private static Problem refused(Problem problem, Check check) {
        return problem.refused(problem.state(), check.note(), check.newDue().orElse(null));
    }

    private void requireOther(Problem problem, String person) {
        if (records.hasRectified(problem.id(), person)) {
            throw Refusal.forbidden(
                    "rectifier-not-verifier",
                    "INV-06",
                    "整改人不得核验自己的整改，请由其他人员办理。",
                    "Who has rectified must not verify; let somebody else do it.");
        }
    }

    private Problem require(String problemId, ProblemState state) {
        Problem problem = problems.get(problemId);
        if (problem.state() != state) {
            throw Refusal.conflict(
                    "problem-state",
                    problem.state(),
                    "该问题现为“" + problem.state().label() + "”，不能办理此步骤，请刷新。",
                    "The problem is in another state; refresh.");
        }
        return problem;
    }

    private void move(Problem next, String action, String sentence) {
        problems.update(next);
        note(next, action, sentence);
        events.publishEvent(new ProblemsChanged(next.orderId()));
    }

    private void note(Problem problem, String action, String sentence) {
        audit.record(problem.orderId(), action, "问题 " + problem.seq() + "：" + sentence);
    }

    /**
     * One check of a rectification (核验).
     *
     * @param method on the spot or by documents
     * @param note what was seen; the reason when it did not pass
     * @param newDue the day by which it has to be done again, if it did not pass and a day was set
     */
    record Check(boolean passed, CheckMethod method, String note, Optional<LocalDate> newDue) {}
}
