package io.duban.lead;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of notice-verification.bpmn (督办通知办理). */
@Configuration(proxyBeanMethods = false)
class NoticeVerificationTasks {

    private final Notices notices;

    NoticeVerificationTasks(Notices notices) {
        this.notices = notices;
    }

    @Bean
    JavaDelegate escalateNotice() {
        return execution -> notices.escalate(noticeOf(execution));
    }

    @Bean
    JavaDelegate closeNotice() {
        return execution -> notices.close(noticeOf(execution));
    }

    @Bean
    JavaDelegate remindNotice() {
        return execution -> notices.remind(noticeOf(execution));
    }

    private static String noticeOf(DelegateExecution execution) {
        return (String) execution.getVariable(LeadHandlingVariables.CASE_ID.name());
    }
}
