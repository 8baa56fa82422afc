package io.duban.rectification;

import io.duban.engine.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 问题清单: which problems an order names, which of them proved true, what is demanded and by when. */
@Service
@Transactional
public class Problems {

    private static final int MOST = 100;
    private static final int MOST_YEARS_AHEAD = 2;

    private final ProblemRepository problems;
    private final Clock clock;

    Problems(ProblemRepository problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Problem> of(String orderId) {
        return problems.ofOrder(orderId);
    }

    /** The problems of many orders by order. */
    @Transactional(readOnly = true)
    public Map<String, List<Problem>> of(Collection<String> orderIds) {
        return problems.ofOrders(orderIds).stream().collect(Collectors.groupingBy(Problem::orderId));
    }

    /**
     * Writes the list of a draft anew; nothing else refers to it yet.
     *
     * @param previousOrder a closed order on the same unit: a problem of the same category carries its bulletins on (T25)
     */
    public void draft(String orderId, List<ProblemDraft> drafts, Optional<String> previousOrder) {
        if (drafts.size() > MOST) {
            throw Refusal.of("problems", "rows", "设计参数", "一份督办单最多列 100 个问题。", "An order takes at most 100 problems.");
        }
        problems.deleteOfOrder(orderId);
        int seq = 0;
        for (ProblemDraft draft : drafts) {
            seq++;
            requireDay("problems[" + (seq - 1) + "].due", draft.due());
            problems.insert(
                    fresh(orderId, seq, ProblemOrigin.ORDER, draft).withBulletins(bulletins(previousOrder, draft)));
        }
    }

    private int bulletins(Optional<String> previousOrder, ProblemDraft draft) {
        return previousOrder.stream()
                .flatMap(previous -> problems.ofOrder(previous).stream())
                .filter(each -> each.category() == draft.category())
                .mapToInt(Problem::bulletinCount)
                .max()
                .orElse(0);
    }

    /** All problems named in the order are taken as verified and have to be rectified (附件4, 整改督办函). */
    public void takeAsVerified(String orderId) {
        for (Problem each : problems.ofOrder(orderId)) {
            problems.update(each.confirmed(
                    each.description(),
                    each.requirement() == null ? each.description() : each.requirement(),
                    each.due()));
        }
    }

    /** Records what the review of the report found of each problem, each exactly once (T8, T9). */
    public void confirm(String orderId, List<Finding> findings) {
        List<Problem> known = problems.ofOrder(orderId);
        Verdicts.requireOneForEach(known, findings);
        for (int i = 0; i < findings.size(); i++) {
            confirm(orderId, known, findings.get(i), "problems[" + i + "].");
        }
    }

    private void confirm(String orderId, List<Problem> known, Finding finding, String field) {
        if (finding.isSubstantiated() && finding.requirement() == null) {
            throw Refusal.of(
                    field + "requirement",
                    "required",
                    "A52、B54",
                    "属实的问题须写明整改要求。",
                    "A substantiated problem needs a requirement.");
        }
        requireDay(field + "due", finding.due());
        if (finding.seq() == 0) {
            add(orderId, finding, ProblemOrigin.INVESTIGATION, field);
            return;
        }
        Problem problem = known.stream()
                .filter(each -> each.seq() == finding.seq())
                .findFirst()
                .orElseThrow();
        String demand = finding.requirement();
        problems.update(
                finding.isSubstantiated() && demand != null
                        ? problem.confirmed(finding.description(), demand, finding.due())
                        : problem.in(ProblemState.UNFOUNDED));
    }

    /** Adds a problem found on the way, to be rectified like the others. */
    void add(String orderId, Finding finding, ProblemOrigin origin, String field) {
        ProblemCategory category = finding.category();
        if (category == null) {
            throw Refusal.of(field + "category", "required", "B04", "新增问题须选择问题类别。", "A new problem needs a category.");
        }
        int seq =
                problems.ofOrder(orderId).stream().mapToInt(Problem::seq).max().orElse(0) + 1;
        ProblemDraft draft = new ProblemDraft(category, finding.description(), finding.requirement(), finding.due());
        String demand = finding.requirement() == null ? finding.description() : finding.requirement();
        problems.insert(fresh(orderId, seq, origin, draft).confirmed(finding.description(), demand, finding.due()));
    }

    /** What an order demands can still be done in time: none of its days has passed since it was written. */
    public void requireDays(String orderId) {
        List<Problem> list = problems.ofOrder(orderId);
        for (Problem each : list) {
            requireDay("problems[" + list.indexOf(each) + "].due", each.due());
        }
    }

    /** A day set for people lies neither in the past nor further ahead than a deadline may be opened. */
    void requireDay(String field, @Nullable LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        if (due != null && due.isBefore(today)) {
            throw Refusal.of(
                    field,
                    "due-in-past",
                    "设计参数",
                    "日期“" + due + "”已经过去，请填写今天或以后的日期。",
                    "The day lies in the past; enter today or a later one.");
        }
        LocalDate last = today.plusYears(MOST_YEARS_AHEAD);
        if (due != null && due.isAfter(last)) {
            throw Refusal.of(
                    field,
                    "due-too-far",
                    "设计参数：指定期限不超过两年",
                    "日期“" + due + "”在两年以后，请填写不晚于 " + last + " 的日期。",
                    "The day lies more than two years ahead; enter one not after " + last + ".");
        }
    }

    private static Problem fresh(String orderId, int seq, ProblemOrigin origin, ProblemDraft draft) {
        return new Problem(
                UUID.randomUUID().toString(),
                orderId,
                seq,
                draft.category(),
                draft.description(),
                origin,
                ProblemState.ALLEGED,
                draft.requirement(),
                draft.due(),
                1,
                false,
                0,
                null,
                null,
                null,
                0);
    }
}
