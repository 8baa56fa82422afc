package io.duban.order;

import static io.duban.order.InvestigationVariables.SUPPLEMENT_DUE;
import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.FOUNDED;

import io.duban.calendar.DeadlineKind;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of investigation.bpmn (调查核实). */
@Configuration(proxyBeanMethods = false)
class InvestigationTasks {

    private final Investigations investigations;

    InvestigationTasks(Investigations investigations) {
        this.investigations = investigations;
    }

    @Bean
    JavaDelegate remindInvestigation() {
        return execution -> investigations.remind(caseId(execution));
    }

    @Bean
    JavaDelegate markInvestigationOverdue() {
        return execution -> investigations.markOverdue(caseId(execution), DeadlineKind.INVESTIGATION);
    }

    @Bean
    JavaDelegate requestSupplement() {
        return execution -> execution.setVariable(
                SUPPLEMENT_DUE.name(),
                Date.from(investigations.requestSupplement(caseId(execution)).dueAt()));
    }

    @Bean
    JavaDelegate markSupplementOverdue() {
        return execution -> investigations.markOverdue(caseId(execution), DeadlineKind.SUPPLEMENT);
    }

    @Bean
    JavaDelegate raiseInvestigation() {
        return execution -> investigations.raise(caseId(execution)).values().forEach(execution::setVariable);
    }

    @Bean
    JavaDelegate closeUnfounded() {
        return execution -> {
            investigations.closeUnfounded(caseId(execution));
            execution.setVariable(FOUNDED.name(), false);
        };
    }

    @Bean
    JavaDelegate confirmProblems() {
        return execution -> {
            investigations.confirmProblems(caseId(execution));
            execution.setVariable(FOUNDED.name(), true);
        };
    }

    private static String caseId(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }
}
