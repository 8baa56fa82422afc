package io.duban.accountability;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the process {@code accountability}, one method each. */
@Configuration(proxyBeanMethods = false)
class AccountabilityTasks {

    @Bean
    JavaDelegate markFactFindingOverdue(FactFindings factFindings) {
        return execution -> factFindings.markOverdue(caseOf(execution));
    }

    @Bean
    JavaDelegate numberDecision(AccountabilityDecisions decisions) {
        return execution -> decisions.number(caseOf(execution));
    }

    private static String caseOf(DelegateExecution execution) {
        return (String) execution.getVariable(AccountabilityVariables.CASE_ID.name());
    }
}
