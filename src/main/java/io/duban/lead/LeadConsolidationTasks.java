package io.duban.lead;

import static io.duban.lead.LeadHandlingVariables.CASE_ID;
import static io.duban.lead.NoticeVariables.ANY_LEADS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of lead-consolidation.bpmn (分区归集). */
@Configuration(proxyBeanMethods = false)
class LeadConsolidationTasks {

    @Bean
    JavaDelegate openNextPeriod(Consolidations consolidations) {
        return execution -> consolidations.openNext(caseOf(execution));
    }

    @Bean
    JavaDelegate groupLeads(Consolidations consolidations) {
        return execution -> execution.setVariable(ANY_LEADS.name(), consolidations.gather(caseOf(execution)));
    }

    @Bean
    JavaDelegate issueNotices(Consolidations consolidations) {
        return execution -> consolidations.issue(caseOf(execution));
    }

    private static String caseOf(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }
}
