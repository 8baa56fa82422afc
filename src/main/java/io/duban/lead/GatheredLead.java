package io.duban.lead;

import io.duban.rectification.ProblemCategory;
import org.jspecify.annotations.Nullable;

/**
 * 归集的线索: one lead in a consolidation and, once its notice is out, what the district answers.
 *
 * @param summary the wording of the notice
 * @param rectified {@code DONE}, {@code ONGOING} or {@code NOT_STARTED}
 */
record GatheredLead(
        String leadRef,
        int seq,
        @Nullable String number,
        String districtUnit,
        @Nullable String accusedUnit,
        @Nullable String category,
        String summary,
        boolean included,
        @Nullable String noticeId,
        @Nullable String result,
        @Nullable String rectified,
        boolean escalated) {

    /** How the lead is called on papers and screens: its number, never anything of the reporter. */
    String ref() {
        return number == null ? "线索 " + seq : number;
    }

    String categoryLabel() {
        return category == null ? "" : ProblemCategory.valueOf(category).label();
    }

    /** Still not put right although it has been demanded (整改不及时). */
    boolean isUntimely() {
        return "NOT_STARTED".equals(rectified);
    }

    String rectifiedLabel() {
        return rectified == null
                ? ""
                : switch (rectified) {
                    case "DONE" -> "已完成整改";
                    case "ONGOING" -> "正在整改";
                    default -> "尚未整改";
                };
    }
}
