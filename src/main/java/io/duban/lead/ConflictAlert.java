package io.duban.lead;

import io.duban.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 回避警示: somebody who must stand aside tried to get near a case.
 *
 * @param actor who made the attempt
 * @param person who was to get it, the same or another account
 * @param attempt a task's id, or READ, SEARCH, TEXT, REGISTER, TRIAGE
 * @param caseKind LEAD, NOTICE, CONSOLIDATION, CONSULTATION or ORDER
 * @param relation SAME, SUBORDINATE, OPERATOR or NAMED
 * @param officeUnit the unit whose office sees the alert
 */
record ConflictAlert(
        long id,
        Instant at,
        String actor,
        String person,
        String attempt,
        String caseKind,
        @Nullable String caseId,
        @Nullable String accusedUnit,
        String relation,
        String officeUnit,
        int times,
        Instant lastAt) {

    /** What was tried, in words. */
    public String attemptLabel() {
        return switch (attempt) {
            case "READ" -> "查看";
            case "TEXT" -> "查阅原文";
            case "SEARCH" -> "检索本单位的举报";
            case "REGISTER" -> "登记或认定";
            case "TRIAGE" -> "研判";
            default -> "领取或办理任务";
        };
    }

    /** What kind of case it was, in words. */
    public String caseLabel() {
        return switch (caseKind) {
            case "ORDER" -> "督办单";
            case "NOTICE" -> "督办通知";
            case "CONSOLIDATION" -> "分区归集";
            case "CONSULTATION" -> "会商研判";
            default -> "线索";
        };
    }

    /** Why it was refused, in words. */
    public String relationLabel() {
        return switch (relation) {
            case "SAME" -> "被举报单位";
            case "SUBORDINATE" -> "被举报单位的下属";
            case "OPERATOR" -> "举办者";
            case "NAMED" -> "被点名人员";
            default -> "无权查看的人员";
        };
    }

    /** The day of the attempt in China. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, WorkingDays.ZONE);
    }
}
