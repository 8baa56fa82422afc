package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/**
 * What one subject said and how it was considered, or that it explicitly waived its statement (陈述申辩或放弃, 问责办法
 * art. 14, INV-15).
 *
 * @param ref the subject's number in the case
 */
record Statement(String ref, LocalDate heardOn, boolean waived, String statement, String consideration) {

    private static final int SHORTEST = 5;

    void check(String field, LocalDate notifiedOn, LocalDate today) {
        if (heardOn.isBefore(notifiedOn) || heardOn.isAfter(today)) {
            throw refusal(
                    field + ".heardOn",
                    "heard-on",
                    "陈述申辩日期须在告知日期（" + notifiedOn + "）至今日（" + today + "）之间。",
                    "The statement was heard between the day of the notice and today.");
        }
        if (waived && !statement.isBlank()) {
            throw refusal(
                    field + ".waived",
                    "waiver-and-statement",
                    "已填写陈述内容的，不能同时勾选放弃陈述，请取消其一。",
                    "A subject that made a statement has not waived it; keep one of the two.");
        }
        if (!waived) {
            requireHeard(field);
        }
    }

    private void requireHeard(String field) {
        boolean silent = statement.strip().length() < SHORTEST;
        if (silent || consideration.strip().length() < SHORTEST) {
            throw refusal(
                    field + (silent ? ".statement" : ".consideration"),
                    "statement-heard",
                    "请写明陈述申辩内容和采纳情况（各至少 5 字）；被问责对象明确放弃的，请勾选“放弃陈述”。",
                    "Write down the statement and how it was considered, or record the explicit waiver.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "INV-15", chinese, english);
    }
}
