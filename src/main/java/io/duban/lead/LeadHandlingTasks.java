package io.duban.lead;

import static io.duban.lead.LeadHandlingVariables.CONCLUDE_DUE;
import static io.duban.lead.LeadHandlingVariables.CONCLUDE_REMINDER;
import static io.duban.lead.LeadHandlingVariables.INSTRUMENT_NEEDED;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of lead-handling.bpmn (举报线索办理). */
@Configuration(proxyBeanMethods = false)
class LeadHandlingTasks {

    @Bean
    JavaDelegate mergeLead(LeadHandlings handlings) {
        return execution -> handlings.merge(leadOf(execution));
    }

    @Bean
    JavaDelegate keepLead(LeadHandlings handlings) {
        return execution -> handlings.keep(leadOf(execution));
    }

    @Bean
    JavaDelegate acceptLead(LeadHandlings handlings) {
        return execution -> {
            var limit = handlings.accept(leadOf(execution));
            execution.setVariable(CONCLUDE_DUE.name(), Date.from(limit.dueAt()));
            execution.setVariable(CONCLUDE_REMINDER.name(), Date.from(limit.remindAt()));
        };
    }

    @Bean
    JavaDelegate directLead(LeadHandlings handlings) {
        return execution -> handlings.direct(leadOf(execution));
    }

    @Bean
    JavaDelegate suggestInstrument(LeadInstruments instruments) {
        return execution -> execution.setVariable(INSTRUMENT_NEEDED.name(), instruments.suggest(leadOf(execution)));
    }

    @Bean
    JavaDelegate draftOrder(LeadInstruments instruments) {
        return execution -> instruments.draftOrder(leadOf(execution));
    }

    private static String leadOf(DelegateExecution execution) {
        return (String) execution.getVariable(LeadHandlingVariables.CASE_ID.name());
    }
}
