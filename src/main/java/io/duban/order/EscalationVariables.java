package io.duban.order;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of escalation.bpmn: the inputs of the decision on escalation (D07), its answer and the next occasion. */
final class EscalationVariables {

    static final Flag<Integer> BULLETIN_COUNT = Flag.number("bulletinCount");
    static final Flag<Integer> REMINDERS_SENT = Flag.number("remindersSent");
    static final Flag<Integer> REMINDERS_OF_NEWEST = Flag.number("remindersOfNewest");
    static final Flag<Integer> WORKING_DAYS_SINCE_REMINDER = Flag.number("workingDaysSinceReminder");
    static final Flag<Boolean> FALSIFIED = Flag.yesNo("falsified");
    static final Flag<Boolean> WEAK_RECTIFICATION = Flag.yesNo("weakRectification");
    static final Flag<Boolean> REPORT_COUNT_HIGH = Flag.yesNo("reportCountHigh");
    static final Flag<Boolean> LAGGING = Flag.yesNo("lagging");
    static final Flag<Boolean> PUPIL_INTEREST_SEVERE = Flag.yesNo("pupilInterestSevere");
    static final Flag<Boolean> BAD_SOCIAL_IMPACT = Flag.yesNo("badSocialImpact");
    static final Flag<Boolean> INTERVIEW_OPEN = Flag.yesNo("interviewOpen");
    static final Flag<Boolean> INTERVIEW_UNRESOLVED = Flag.yesNo("interviewUnresolved");
    static final Flag<Boolean> ACCOUNTABILITY_OPEN = Flag.yesNo("accountabilityOpen");
    static final Flag<Boolean> STILL_OVERDUE = Flag.yesNo("stillOverdue");
    static final Flag<String> ESCALATION_STEP = Flag.text("escalationStep");
    static final Flag<Date> NEXT_WORKING_DAY = Flag.date("nextWorkingDay");

    private EscalationVariables() {}
}
