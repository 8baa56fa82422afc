package io.duban.interview;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the process {@code interview}, one method each. */
@Configuration(proxyBeanMethods = false)
class InterviewTasks {

    @Bean
    JavaDelegate openInterviewRectification(InterviewRectifications rectifications) {
        return execution -> {
            var due = rectifications.open(caseOf(execution));
            execution.setVariable(InterviewVariables.INTERVIEW_RECTIFICATION_DUE.name(), Date.from(due));
        };
    }

    @Bean
    JavaDelegate recordInterviewOverdue(InterviewRectifications rectifications) {
        return execution -> rectifications.recordOverdue(caseOf(execution));
    }

    @Bean
    JavaDelegate recordInterviewUnresolved(InterviewRectifications rectifications) {
        return execution -> rectifications.recordUnresolved(caseOf(execution));
    }

    private static String caseOf(DelegateExecution execution) {
        return (String) execution.getVariable(InterviewVariables.CASE_ID.name());
    }
}
