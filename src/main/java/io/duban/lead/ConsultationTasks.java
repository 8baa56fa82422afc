package io.duban.lead;

import static io.duban.lead.NoticeVariables.CONSULTATION_DUE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of consultation.bpmn (会商研判). */
@Configuration(proxyBeanMethods = false)
class ConsultationTasks {

    private final Consultations consultations;

    ConsultationTasks(Consultations consultations) {
        this.consultations = consultations;
    }

    @Bean
    JavaDelegate openNextMonth() {
        return execution -> consultations.openNext(caseOf(execution));
    }

    @Bean
    JavaDelegate summariseLeads() {
        return execution -> execution.setVariable(
                CONSULTATION_DUE.name(),
                Date.from(consultations.summarise(caseOf(execution)).dueAt()));
    }

    @Bean
    JavaDelegate recordConsultation() {
        return execution -> consultations.record(caseOf(execution));
    }

    private static String caseOf(DelegateExecution execution) {
        return (String) execution.getVariable(LeadHandlingVariables.CASE_ID.name());
    }
}
