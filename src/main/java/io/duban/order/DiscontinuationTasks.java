package io.duban.order;

import static io.duban.order.DiscontinuationVariables.DISCONTINUATION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of discontinuation.bpmn (撤销移送并案审批). */
@Configuration(proxyBeanMethods = false)
class DiscontinuationTasks {

    private final Discontinuations discontinuations;

    DiscontinuationTasks(Discontinuations discontinuations) {
        this.discontinuations = discontinuations;
    }

    @Bean
    JavaDelegate discontinueOrder() {
        return execution -> discontinuations.discontinue(discontinuationId(execution));
    }

    @Bean
    JavaDelegate refuseDiscontinuation() {
        return execution -> discontinuations.refuse(discontinuationId(execution));
    }

    private static String discontinuationId(DelegateExecution execution) {
        return (String) execution.getVariable(DISCONTINUATION_ID.name());
    }
}
