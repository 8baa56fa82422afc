package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/** The file closed, and notified to the higher office (归档备案). */
record Filing(String filingNumber, String higherOffice, LocalDate filedOn) {

    /**
     * @param objectedUntil the last day on which the decision may still be objected to
     */
    void check(LocalDate objectedUntil, LocalDate today) {
        if (filingNumber.isBlank() || higherOffice.isBlank()) {
            throw refusal(
                    filingNumber.isBlank() ? "filingNumber" : "higherOffice",
                    "filing",
                    "请填写归档号和备案的上级督导机构。",
                    "Give the filing number and the higher office it is filed with.");
        }
        var first = objectedUntil.plusDays(1);
        if (!today.isAfter(objectedUntil)) {
            throw refusal(
                    "filedOn",
                    "filing-before-objections",
                    "被问责对象可在 " + objectedUntil + " 24:00 前申请复核，期满前不得归档备案，请自 " + first + " 起办理。",
                    "A review may be asked for until " + objectedUntil + "; the case can be filed from " + first
                            + " on.");
        }
        if (filedOn.isBefore(first) || filedOn.isAfter(today)) {
            throw refusal(
                    "filedOn",
                    "filed-on",
                    "备案日期须在复核申请期限届满次日（" + first + "）至今日（" + today + "）之间。",
                    "The case was filed between the day after the term for a review and today.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "《教育督导问责办法》归档、备案", chinese, english);
    }
}
