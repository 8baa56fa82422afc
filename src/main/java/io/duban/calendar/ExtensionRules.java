package io.duban.calendar;

import io.duban.engine.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/** When a deadline may be extended (延期, INV-18): before it is due, once, with reason and approver, not too far. */
final class ExtensionRules {

    private static final String BASIS = "INV-18";
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_APPROVER = 100;

    private ExtensionRules() {}

    /** Refuses what the state of the deadline does not allow. */
    static void requireExtensible(Deadline deadline, Instant now) {
        var state = deadline.status();
        if (deadline.status() != DeadlineStatus.OPEN) {
            throw Refusal.conflict(
                    "extension-closed",
                    state,
                    "该期限" + deadline.status().chinese() + "，不能延期。",
                    "The deadline is closed and cannot be extended.");
        }
        if (!now.isBefore(deadline.dueAt())) {
            throw Refusal.conflict(
                    "extension-after-due",
                    deadline.status(LocalDate.ofInstant(now, WorkingDays.ZONE)),
                    "期限已届满，不能再延期；延期须在届满前批准。",
                    "The deadline is over; extend before it is due.");
        }
        if (deadline.extended()) {
            throw Refusal.conflict(
                    "extension-once",
                    state,
                    "该期限已延期一次，不能再次延期；未获批准的申请不计。",
                    "The deadline has been extended once already; requests that were refused do not count.");
        }
    }

    /** Refuses an extension that is too long, or that nobody has reasoned or approved. */
    static void requireReasoned(int workingDays, int most, String reason, String approver) {
        requireAskable(workingDays, most, reason);
        requireText("approver", approver, LONGEST_APPROVER, "批准人", "approver");
    }

    /** Refuses, before anybody has to decide, an extension that nobody could grant. */
    static void requireAskable(int workingDays, int most, String reason) {
        if (workingDays < 1 || workingDays > most) {
            throw Refusal.of(
                    "workingDays",
                    "extension-length",
                    BASIS,
                    "延期须为 1 至 " + most + " 个工作日。",
                    "An extension must be 1 to " + most + " working days.");
        }
        requireText("reason", reason, LONGEST_REASON, "延期理由", "reason");
    }

    private static void requireText(String field, String value, int longest, String chinese, String english) {
        if (value.isBlank()) {
            throw Refusal.of(
                    field,
                    "extension-" + field,
                    BASIS,
                    "请填写" + chinese + "。",
                    "The " + english + " of the extension is missing.");
        }
        if (value.length() > longest) {
            throw Refusal.of(
                    field,
                    "extension-" + field,
                    BASIS,
                    chinese + "不能超过 " + longest + " 字。",
                    "The " + english + " must not exceed " + longest + " characters.");
        }
    }
}
