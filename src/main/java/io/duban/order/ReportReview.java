package io.duban.order;

import io.duban.rectification.Finding;
import java.util.List;
import java.util.Map;

/**
 * 报告审核: what the supervision office found when it read the report.
 *
 * @param sufficient for each of the five parts whether it says enough
 * @param substantiation SUBSTANTIATED, PARTLY or UNSUBSTANTIATED
 * @param interestSevere 侵害学生利益问题严重, impactBad 造成不良社会影响 (H22)
 */
record ReportReview(
        Map<ReportPart, Boolean> sufficient,
        String substantiation,
        boolean falsified,
        boolean interestSevere,
        boolean impactBad,
        String note,
        List<Finding> findings) {

    String label() {
        return switch (substantiation) {
            case "SUBSTANTIATED" -> "属实";
            case "PARTLY" -> "部分属实";
            default -> "不属实";
        };
    }
}
