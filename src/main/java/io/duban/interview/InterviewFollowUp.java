package io.duban.interview;

import io.duban.engine.Refusal;
import java.time.LocalDate;

/** What the office found when it looked whether the demands were met (跟踪核实). */
public record InterviewFollowUp(boolean resolved, String reason, LocalDate checkedOn) {

    void check(LocalDate heldOn, LocalDate today) {
        if (reason.strip().length() < 10) {
            throw refusal(
                    "reason", "follow-up-reason", "请写明核实情况和理由（至少 10 字）。", "Give the reason in at least 10 characters.");
        }
        if (checkedOn.isBefore(heldOn) || checkedOn.isAfter(today)) {
            throw refusal(
                    "checkedOn",
                    "checked-on",
                    "核实日期须在约谈日期（" + heldOn + "）至今日（" + today + "）之间。",
                    "The check took place between the day of the meeting and today.");
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "P15（设计决定）", chinese, english);
    }
}
