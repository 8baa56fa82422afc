package io.duban.order;

import io.duban.engine.Refusal;
import io.duban.rectification.Finding;
import java.util.List;
import java.util.Map;

/**
 * 报告审核: what the supervision office found when it read the report.
 *
 * @param sufficient for each of the five parts whether it says enough
 * @param interestSevere 侵害学生利益问题严重, impactBad 造成不良社会影响 (H22)
 */
record ReportReview(
        Map<ReportPart, Boolean> sufficient,
        Substantiation substantiation,
        boolean falsified,
        boolean interestSevere,
        boolean impactBad,
        String note,
        List<Finding> findings) {

    String label() {
        return substantiation.label();
    }

    boolean isSubstantiated() {
        return substantiation != Substantiation.UNSUBSTANTIATED;
    }

    /** What did not happen has harmed nobody: such a report would start accountability on an order that is closed. */
    void requireConsistentFlags() {
        if (!isSubstantiated() && (interestSevere || impactBad)) {
            throw Refusal.of(
                    interestSevere ? "interestSevere" : "impactBad",
                    "severe-but-unfounded",
                    "T8；H22",
                    "认定不属实的，不能同时认定“" + (interestSevere ? "侵害学生利益问题严重" : "造成不良社会影响且查实") + "”，请改选其一。",
                    "What is unfounded cannot have done severe harm; change one of the two.");
        }
    }

    /** T8, T9: the conclusion follows from what was found of each problem. */
    void requireConsistentFindings() {
        if (findings.stream().anyMatch(Finding::isSubstantiated) != isSubstantiated()) {
            throw Refusal.of(
                    "substantiation",
                    "consistent-findings",
                    "T8、T9",
                    isSubstantiated() ? "认定属实或部分属实时，至少一个问题须认定为属实。" : "认定不属实时，不得有问题认定为属实。",
                    "The conclusion and the findings on the problems contradict each other.");
        }
    }
}
