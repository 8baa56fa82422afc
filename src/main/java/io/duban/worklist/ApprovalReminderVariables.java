package io.duban.worklist;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of approval-reminders.bpmn. */
final class ApprovalReminderVariables {

    static final Flag<Date> REMINDING_DAY = Flag.date("remindingDay");

    private ApprovalReminderVariables() {}
}
