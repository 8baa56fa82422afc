package io.duban.order;

import static io.duban.order.EscalationVariables.NEXT_WORKING_DAY;
import static io.duban.order.SupervisionOrderVariables.CASE_ID;

import io.duban.form.Flags;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of escalation.bpmn (逐日升级). */
@Configuration(proxyBeanMethods = false)
class EscalationTasks {

    private final Escalations escalations;

    EscalationTasks(Escalations escalations) {
        this.escalations = escalations;
    }

    @Bean
    JavaDelegate assessOrder() {
        return execution -> {
            Flags inputs = escalations.assess(caseId(execution)).flags();
            inputs.at(NEXT_WORKING_DAY, escalations.nextOccasion())
                    .values()
                    .forEach((name, value) -> write(execution, name, value));
        };
    }

    @Bean
    JavaDelegate proposeAccountability() {
        return execution -> escalations.proposeAccountability(caseId(execution), escalations.assess(caseId(execution)));
    }

    @Bean
    JavaDelegate proposeInterview() {
        return execution -> escalations.proposeInterview(caseId(execution), escalations.assess(caseId(execution)));
    }

    @Bean
    JavaDelegate sendReminder() {
        return execution -> escalations.remind(caseId(execution));
    }

    /** Hardly anything changes from one day to the next, and each written variable is three statements. */
    private static void write(DelegateExecution execution, String name, Object value) {
        if (!value.equals(execution.getVariable(name))) {
            execution.setVariable(name, value);
        }
    }

    private static String caseId(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }
}
