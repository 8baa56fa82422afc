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
    JavaDelegate openInterviewRectification(Interviews interviews) {
        return execution -> {
            var due = interviews.openRectification(caseOf(execution));
            execution.setVariable(InterviewVariables.INTERVIEW_RECTIFICATION_DUE.name(), Date.from(due));
        };
    }

    @Bean
    JavaDelegate recordInterviewOverdue(Interviews interviews) {
        return execution -> interviews.recordOverdue(caseOf(execution));
    }

    @Bean
    JavaDelegate recordInterviewUnresolved(Interviews interviews) {
        return execution -> interviews.recordUnresolved(caseOf(execution));
    }

    private static String caseOf(DelegateExecution execution) {
        return (String) execution.getVariable(InterviewVariables.CASE_ID.name());
    }
}
