package io.duban.worklist;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of approval-reminders.bpmn (审批催办). */
@Configuration(proxyBeanMethods = false)
class ApprovalReminderTasks {

    private final ApprovalReminderProcess process;
    private final ApprovalReminders reminders;

    ApprovalReminderTasks(ApprovalReminderProcess process, ApprovalReminders reminders) {
        this.process = process;
        this.reminders = reminders;
    }

    @Bean
    JavaDelegate openNextRemindingDay() {
        return execution -> process.openDay();
    }

    @Bean
    JavaDelegate remindDeciders() {
        return execution -> reminders.remind();
    }
}
