package io.duban.rectification;

import io.duban.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 通报次数: how often bulletins have named each problem; 多次 leads to accountability (A43). */
@Service
@Transactional
public class BulletinCounts {

    private final ProblemRepository problems;

    BulletinCounts(ProblemRepository problems) {
        this.problems = problems;
    }

    /**
     * T22: a bulletin has named these problems of an order; each counts one more.
     *
     * @return the problems with their new counts
     */
    public List<Problem> raise(String orderId, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            throw Refusal.of("problems", "required", "T22", "请写明通报点名的问题序号。", "Name the problems by their numbers.");
        }
        List<Problem> known = problems.ofOrder(orderId);
        List<Problem> named = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Problem problem = nameable(known, numbers.get(i), "problems[" + i + "]");
            if (numbers.indexOf(numbers.get(i)) < i) {
                throw Refusal.of(
                        "problems[" + i + "]",
                        "problem-twice",
                        "T22",
                        "第 " + problem.seq() + " 号问题写了两次，一份通报对一个问题只计一次。",
                        "A bulletin counts once for a problem.");
            }
            Problem counted = problem.withBulletins(problem.bulletinCount() + 1);
            problems.update(counted);
            named.add(counted);
        }
        return named;
    }

    private static Problem nameable(List<Problem> known, int number, String field) {
        Problem problem = known.stream()
                .filter(each -> each.seq() == number)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of(field, "unknown-problem", "问题清单", "督办单没有第 " + number + " 号问题。", "No such problem."));
        if (problem.state() == ProblemState.UNFOUNDED) {
            throw Refusal.of(
                    field,
                    "unfounded-problem",
                    "T8、T22",
                    "第 " + number + " 号问题已查否，不能计入通报。",
                    "The problem proved unfounded.");
        }
        return problem;
    }
}
