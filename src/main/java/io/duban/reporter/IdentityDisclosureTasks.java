package io.duban.reporter;

import static io.duban.reporter.IdentityDisclosureVariables.CASE_ID;
import static io.duban.reporter.IdentityDisclosureVariables.VIEW_UNTIL;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of identity-disclosure.bpmn (举报人信息披露审批). */
@Configuration(proxyBeanMethods = false)
class IdentityDisclosureTasks {

    private final Disclosures disclosures;

    IdentityDisclosureTasks(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Bean
    JavaDelegate openView() {
        return execution ->
                execution.setVariable(VIEW_UNTIL.name(), Date.from(disclosures.openView(caseId(execution))));
    }

    @Bean
    JavaDelegate refuseDisclosure() {
        return execution -> disclosures.refuse(caseId(execution));
    }

    @Bean
    JavaDelegate closeView() {
        return execution -> disclosures.closeView(caseId(execution));
    }

    private static String caseId(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }
}
