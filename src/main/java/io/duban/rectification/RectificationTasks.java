package io.duban.rectification;

import static io.duban.rectification.RectificationVariables.CASE_ID;
import static io.duban.rectification.RectificationVariables.PROBLEM_ID;
import static io.duban.rectification.RectificationVariables.RECTIFICATION_DUE;
import static io.duban.rectification.RectificationVariables.RECTIFICATION_REMINDER;

import io.duban.calendar.Deadline;
import io.duban.engine.AskedByModels;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of rectification.bpmn (整改销号) and look-back.bpmn (回头看). */
@Configuration(proxyBeanMethods = false)
class RectificationTasks {

    private final Rectifications rectifications;
    private final LookBacks lookBacks;

    RectificationTasks(Rectifications rectifications, LookBacks lookBacks) {
        this.rectifications = rectifications;
        this.lookBacks = lookBacks;
    }

    /** Which problems are to be rectified, asked by the multi-instance of supervision-order.bpmn. */
    @Bean
    OpenProblems openProblems() {
        return new OpenProblems(rectifications);
    }

    @Bean
    JavaDelegate openRectification() {
        return execution -> write(execution, rectifications.open(problemId(execution)));
    }

    @Bean
    JavaDelegate remindRectification() {
        return execution -> rectifications.remind(problemId(execution));
    }

    @Bean
    JavaDelegate markRectificationOverdue() {
        return execution -> rectifications.markOverdue(problemId(execution));
    }

    @Bean
    JavaDelegate returnRectification() {
        return execution -> write(execution, rectifications.returnToWork(problemId(execution)));
    }

    @Bean
    JavaDelegate openLookBack() {
        return execution -> lookBacks.open(caseId(execution));
    }

    @Bean
    JavaDelegate reopenProblems() {
        return execution -> lookBacks.reopen(caseId(execution));
    }

    private static void write(DelegateExecution execution, Deadline deadline) {
        execution.setVariable(RECTIFICATION_DUE.name(), Date.from(deadline.dueAt()));
        execution.setVariable(RECTIFICATION_REMINDER.name(), Date.from(deadline.remindAt()));
    }

    private static String caseId(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }

    private static String problemId(DelegateExecution execution) {
        return (String) execution.getVariable(PROBLEM_ID.name());
    }

    /** The bean {@code openProblems} of the models. */
    public static final class OpenProblems implements AskedByModels {

        private final Rectifications rectifications;

        OpenProblems(Rectifications rectifications) {
            this.rectifications = rectifications;
        }

        public List<String> of(String caseId) {
            return rectifications.openIds(caseId);
        }
    }
}
