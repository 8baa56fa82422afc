package io.duban.lead;

import static io.duban.lead.LeadHandlingVariables.CASE_ID;
import static io.duban.lead.LeadHandlingVariables.CONCLUDE_DUE;
import static io.duban.lead.LeadHandlingVariables.CONCLUDE_REMINDER;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of lead-verification.bpmn (线索转办核查). */
@Configuration(proxyBeanMethods = false)
class LeadVerificationTasks {

    private final LeadVerifications verifications;

    LeadVerificationTasks(LeadVerifications verifications) {
        this.verifications = verifications;
    }

    @Bean
    JavaDelegate extendLead(LeadExtensions extensions) {
        return execution -> {
            var limit = extensions.extend(leadOf(execution));
            execution.setVariable(CONCLUDE_DUE.name(), Date.from(limit.dueAt()));
            execution.setVariable(CONCLUDE_REMINDER.name(), Date.from(limit.remindAt()));
        };
    }

    @Bean
    JavaDelegate remindLead() {
        return execution -> verifications.remind(leadOf(execution));
    }

    @Bean
    JavaDelegate markLeadOverdue() {
        return execution -> verifications.markOverdue(leadOf(execution));
    }

    private static String leadOf(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }
}
