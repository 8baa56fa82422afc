package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/**
 * What one subject said and how it was considered, that it waived its statement in writing, or that it let its term end
 * (陈述申辩, 问责办法 art. 14, INV-15).
 *
 * @param ref the subject's number in the case
 */
record Statement(String ref, LocalDate heardOn, boolean waived, String statement, String consideration) {

    private static final int SHORTEST = 5;

    /** Neither said nor waived. */
    boolean isSilent() {
        return !waived && statement.isBlank();
    }

    /** What was said or waived; a term that ended without a word is no statement. */
    String inWords() {
        return waived ? "书面放弃陈述" : isSilent() ? "期满未陈述" : statement;
    }

    /**
     * @param until the last day on which the subject may be heard
     */
    void check(String field, LocalDate notifiedOn, LocalDate until, LocalDate today) {
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
                    "已填写陈述内容的，不能同时勾选书面放弃陈述，请取消其一。",
                    "A subject that made a statement has not waived it; keep one of the two.");
        }
        if (isSilent()) {
            requireOver(field, until);
        } else if (waived) {
            requireInWriting(field);
        } else {
            requireHeard(field);
        }
    }

    private void requireOver(String field, LocalDate until) {
        if (!heardOn.isAfter(until)) {
            var first = until.plusDays(1);
            throw refusal(
                    field + ".statement",
                    "statement-term",
                    "陈述申辩期限至 " + until + " 24:00。请写明陈述申辩内容和采纳情况；书面放弃的，请勾选“书面放弃陈述”；期满仍未陈述的，自 " + first + " 起办理，日期填期满之后。",
                    "The subject may be heard until " + until
                            + ": write down its statement or its waiver in writing; from " + first
                            + " on neither is needed.");
        }
    }

    private void requireInWriting(String field) {
        if (consideration.strip().length() < SHORTEST) {
            throw refusal(
                    field + ".consideration",
                    "waiver-in-writing",
                    "放弃陈述须有书面材料，请在“采纳情况和理由”中写明材料的名称和日期（至少 5 字）。",
                    "A waiver is made in writing; name the paper and its day.");
        }
    }

    private void requireHeard(String field) {
        boolean unsaid = statement.strip().length() < SHORTEST;
        if (unsaid || consideration.strip().length() < SHORTEST) {
            throw refusal(
                    field + (unsaid ? ".statement" : ".consideration"),
                    "statement-heard",
                    "请写明陈述申辩内容和采纳情况（各至少 5 字）；被问责对象书面放弃的，请勾选“书面放弃陈述”。",
                    "Write down the statement and how it was considered, or record the explicit waiver.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "INV-15", chinese, english);
    }
}
