package io.duban.order;

import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs of the decision on escalation (D07), as they stand at one moment. */
record EscalationInputs(
        int overdueWorkingDays,
        int bulletinCount,
        int remindersSent,
        boolean falsified,
        boolean weakRectification,
        boolean reportCountHigh,
        boolean lagging,
        boolean pupilInterestSevere,
        boolean badSocialImpact,
        boolean interviewOpen,
        boolean interviewUnresolved,
        boolean accountabilityOpen,
        boolean stillOverdue) {

    Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("overdueWorkingDays", overdueWorkingDays);
        variables.put("bulletinCount", bulletinCount);
        variables.put("remindersSent", remindersSent);
        variables.put("falsified", falsified);
        variables.put("weakRectification", weakRectification);
        variables.put("reportCountHigh", reportCountHigh);
        variables.put("lagging", lagging);
        variables.put("pupilInterestSevere", pupilInterestSevere);
        variables.put("badSocialImpact", badSocialImpact);
        variables.put("interviewOpen", interviewOpen);
        variables.put("interviewUnresolved", interviewUnresolved);
        variables.put("accountabilityOpen", accountabilityOpen);
        variables.put("stillOverdue", stillOverdue);
        return variables;
    }
}
