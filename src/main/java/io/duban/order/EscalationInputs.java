package io.duban.order;

import static io.duban.order.EscalationVariables.ACCOUNTABILITY_OPEN;
import static io.duban.order.EscalationVariables.BAD_SOCIAL_IMPACT;
import static io.duban.order.EscalationVariables.BULLETIN_COUNT;
import static io.duban.order.EscalationVariables.FALSIFIED;
import static io.duban.order.EscalationVariables.INTERVIEW_OPEN;
import static io.duban.order.EscalationVariables.INTERVIEW_UNRESOLVED;
import static io.duban.order.EscalationVariables.LAGGING;
import static io.duban.order.EscalationVariables.PUPIL_INTEREST_SEVERE;
import static io.duban.order.EscalationVariables.REMINDERS_OF_NEWEST;
import static io.duban.order.EscalationVariables.REMINDERS_SENT;
import static io.duban.order.EscalationVariables.REPORT_COUNT_HIGH;
import static io.duban.order.EscalationVariables.STILL_OVERDUE;
import static io.duban.order.EscalationVariables.WEAK_RECTIFICATION;
import static io.duban.order.EscalationVariables.WORKING_DAYS_SINCE_REMINDER;

import io.duban.form.Flags;

/** The inputs of the decision on escalation (D07), as they stand at one moment. */
record EscalationInputs(
        int bulletinCount,
        Urged urged,
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

    /** Nothing speaks for any measure. */
    static final EscalationInputs NONE = new EscalationInputs(
            0, Urged.NOTHING_OVERDUE, false, false, false, false, false, false, false, false, false, false);

    /** As the model and its decision read them. */
    Flags flags() {
        return Flags.of(BULLETIN_COUNT, bulletinCount)
                .and(REMINDERS_SENT, urged.times())
                .and(REMINDERS_OF_NEWEST, urged.timesOfNewest())
                .and(WORKING_DAYS_SINCE_REMINDER, urged.workingDaysSince())
                .and(FALSIFIED, falsified)
                .and(WEAK_RECTIFICATION, weakRectification)
                .and(REPORT_COUNT_HIGH, reportCountHigh)
                .and(LAGGING, lagging)
                .and(PUPIL_INTEREST_SEVERE, pupilInterestSevere)
                .and(BAD_SOCIAL_IMPACT, badSocialImpact)
                .and(INTERVIEW_OPEN, interviewOpen)
                .and(INTERVIEW_UNRESOLVED, interviewUnresolved)
                .and(ACCOUNTABILITY_OPEN, accountabilityOpen)
                .and(STILL_OVERDUE, stillOverdue);
    }

    /** Whether nothing speaks for any measure: nothing overdue, nothing found, nothing going on. */
    boolean isQuiet() {
        return equals(NONE);
    }
}
