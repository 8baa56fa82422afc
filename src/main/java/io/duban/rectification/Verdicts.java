package io.duban.rectification;

import io.duban.engine.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 逐项认定 (T8, T9): a review says of every problem of the order, once and in words of its own, whether it proved true. */
final class Verdicts {

    private static final String BASIS = "A51、T8、T9";

    private Verdicts() {}

    static void requireOneForEach(List<Problem> known, List<Finding> findings) {
        Set<Integer> seqs = known.stream().map(Problem::seq).collect(Collectors.toSet());
        Set<Integer> judged = new HashSet<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String row = "problems[" + i + "].";
            if (finding.seq() != 0) {
                requireKnown(row, finding, seqs, judged);
            }
            requireGiven(row, finding, i + 1);
        }
        String left = seqs.stream()
                .filter(seq -> !judged.contains(seq))
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
        if (!left.isEmpty()) {
            throw leftOut(left);
        }
    }

    private static void requireKnown(String row, Finding finding, Set<Integer> seqs, Set<Integer> judged) {
        if (!seqs.contains(finding.seq())) {
            throw Refusal.of(
                    row + "ref",
                    "unknown-problem",
                    "问题清单",
                    "督办单没有第 " + finding.seq() + " 号问题，请重新打开表单后逐项认定。",
                    "The order has no such problem; open the form again.");
        }
        if (!judged.add(finding.seq())) {
            throw Refusal.of(
                    row + "ref",
                    "once",
                    BASIS,
                    "第 " + finding.seq() + " 号问题认定了两次，请只保留一行。",
                    "Problem " + finding.seq() + " is judged twice; keep one row.");
        }
    }

    private static void requireGiven(String row, Finding finding, int line) {
        if (finding.substantiated() == null) {
            throw Refusal.of(
                    row + "substantiated",
                    "verdict",
                    BASIS,
                    "第 " + line + " 行问题没有认定是否属实，请选择“属实”或“不属实”。",
                    "Say of each problem whether it proved true.");
        }
        if (finding.seq() == 0 && !finding.isSubstantiated()) {
            throw Refusal.of(
                    row + "substantiated",
                    "new-problem-founded",
                    "T9；INV-01",
                    "第 " + line + " 行是调查中新发现的问题，查实的才列入；不属实的请删除该行。",
                    "A new problem is listed only if it proved true; remove the row.");
        }
    }

    private static Refusal leftOut(String seqs) {
        return Refusal.of(
                "problems",
                "every-problem",
                BASIS,
                "第 " + seqs + " 号问题没有认定结论，审核须逐项认定；该行已删除的，请重新打开表单。",
                "No verdict on " + seqs + "; every problem needs one.");
    }
}
