package io.duban.rectification;

import io.duban.audit.AuditTrail;
import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.Deadlines;
import io.duban.engine.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回头看: some time after the sign-off an inspector looks whether the rectification has held (A32). */
@Service
@Transactional
public class LookBacks {

    private final ProblemRepository problems;
    private final RectificationRepository records;
    private final Problems list;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LookBacks(
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

    /** Sets the day of the look-back, counted from today, the day of the last sign-off. */
    public Deadline schedule(String orderId) {
        return deadlines.open(orderId, null, DeadlineKind.LOOK_BACK, LocalDate.now(clock));
    }

    /** T14: the day has come. */
    void open(String orderId) {
        deadlines
                .find(orderId, null, DeadlineKind.LOOK_BACK)
                .ifPresent(deadline -> deadlines.meet(deadline, lastMoment(deadline)));
        audit.record(orderId, "LOOK_BACK_OPENED", "回头看到期，交督学核查");
        events.publishEvent(new LookBackOpened(orderId));
    }

    /** The waiting ends with its last day; that the timer fires a moment later makes nobody late. */
    private static Instant lastMoment(Deadline waiting) {
        return waiting.dueAt().minusMillis(1);
    }

    /**
     * Records what the inspector found of each signed-off problem, and problems that are new.
     *
     * @throws Refusal unless every signed-off problem was looked at
     */
    Outcome record(String orderId, List<Recheck> rechecks, List<Finding> fresh, CheckMethod method, String person) {
        List<Problem> signedOff = signedOff(orderId);
        Set<Integer> looked = rechecks.stream().map(Recheck::seq).collect(Collectors.toSet());
        String left = signedOff.stream()
                .map(Problem::seq)
                .filter(seq -> !looked.contains(seq))
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
        if (!left.isEmpty()) {
            throw Refusal.of(
                    "problems",
                    "every-problem",
                    "A32",
                    "第 " + left + " 号问题没有核查结论，回头看须逐项核查。",
                    "These problems were not looked at: " + left + ".");
        }
        Map<Integer, Problem> bySeq = signedOff.stream().collect(Collectors.toMap(Problem::seq, Function.identity()));
        for (int i = 0; i < rechecks.size(); i++) {
            recheck(bySeq, rechecks.get(i), "problems[" + i + "].", method, person);
        }
        for (int i = 0; i < fresh.size(); i++) {
            list.requireDay("newProblems[" + i + "].newDue", fresh.get(i).due());
            list.add(orderId, fresh.get(i), ProblemOrigin.LOOK_BACK, "newProblems[" + i + "].");
        }
        boolean relapsed = rechecks.stream().anyMatch(each -> !each.holding());
        audit.record(orderId, "LOOKED_BACK", relapsed ? "回头看：发现反弹" : fresh.isEmpty() ? "回头看：整改巩固" : "回头看：发现新问题");
        return new Outcome(relapsed, !fresh.isEmpty());
    }

    private void recheck(
            Map<Integer, Problem> bySeq, Recheck recheck, String field, CheckMethod method, String person) {
        Problem problem = bySeq.get(recheck.seq());
        if (problem == null) {
            throw Refusal.of(
                    field + "ref", "unknown-problem", "问题清单", "没有第 " + recheck.seq() + " 号已销号问题。", "No such problem.");
        }
        if (records.hasRectified(problem.id(), person)) {
            throw Refusal.forbidden(
                    "rectifier-not-verifier", "INV-06", "整改人不得核查自己的整改。", "Who has rectified must not look back.");
        }
        records.check(problem, "LOOK_BACK", recheck.holding(), method, recheck.note(), person, clock.instant());
        if (!recheck.holding()) {
            problems.update(problem.refused(ProblemState.SIGNED_OFF, recheck.note(), null));
        }
    }

    /** T16: relapsed problems lose their sign-off and go back to work with a new round (INV-17). */
    void reopen(String orderId) {
        List<Problem> relapsed = problems.ofOrder(orderId).stream()
                .filter(each -> each.state() == ProblemState.SIGNED_OFF && each.signedOffAt() == null)
                .toList();
        for (Problem each : relapsed) {
            String reason = each.returnReason() == null ? "" : each.returnReason();
            problems.update(each.again(reason, null, true));
            audit.record(orderId, "PROBLEM_REOPENED", "问题 " + each.seq() + "：反弹，撤销销号，第 " + (each.round() + 1) + " 轮整改");
        }
        relapsed.forEach(each -> events.publishEvent(new ProblemReopened(orderId, each.id())));
        events.publishEvent(new ProblemsChanged(orderId));
    }

    List<Problem> signedOff(String orderId) {
        return problems.ofOrder(orderId).stream()
                .filter(each -> each.state() == ProblemState.SIGNED_OFF)
                .toList();
    }

    /** What was found of one signed-off problem: whether the rectification holds, and what was seen. */
    record Recheck(int seq, boolean holding, String note) {}

    /** The inputs of the decision on the look-back (D19). */
    record Outcome(boolean relapsed, boolean newProblem) {}
}
