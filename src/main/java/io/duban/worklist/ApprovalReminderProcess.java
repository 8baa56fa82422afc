package io.duban.worklist;

import io.duban.calendar.WorkingDays;
import io.duban.engine.SystemCalls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens approval-reminders.bpmn (审批催办) for one working day after the other; the day is the business key, so that no day
 * is opened twice.
 */
@Component
@Order(40)
@Transactional
class ApprovalReminderProcess implements ApplicationRunner {

    private static final String PROCESS = "approvalReminders";
    private static final String DAY = "approval-reminders-";
    private static final int MOST = 1_000;

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalReminderProcess(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            SystemCalls system,
            WorkingDays workingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.system = system;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next day, where the model is deployed; one that a clock once set wrong left for later would keep it waiting. */
    @Override
    public void run(ApplicationArguments arguments) {
        boolean deployed = !repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .listPage(0, 1)
                .isEmpty();
        if (deployed) {
            openDay();
            system.run(this::closeLaterDays);
        }
    }

    /** The next working day, unless it is open already. */
    void openDay() {
        LocalDate day = nextDay();
        Date begin = Date.from(day.atStartOfDay(WorkingDays.ZONE).plusMinutes(1).toInstant());
        lock();
        system.run(() -> {
            if (runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(DAY + day)
                    .listPage(0, 1)
                    .isEmpty()) {
                runtimeService.startProcessInstanceByKey(
                        PROCESS, DAY + day, Map.of(ApprovalReminderVariables.REMINDING_DAY.name(), begin));
            }
        });
    }

    /** Two nodes that start or remind at once open a day one after the other; the row is there for deployments. */
    private void lock() {
        jdbc.sql("select value_ from act_ge_property where name_ = 'deployment.lock' for update")
                .query(String.class)
                .single();
    }

    private void closeLaterDays() {
        String next = DAY + nextDay();
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKeyLike(DAY + "%")
                .listPage(0, MOST)
                .stream()
                .filter(each -> each.getBusinessKey().compareTo(next) > 0)
                .forEach(each -> runtimeService.deleteProcessInstance(each.getId(), "later than the next working day"));
    }

    private LocalDate nextDay() {
        return workingDays.nextWorkingDay(LocalDate.now(clock));
    }
}
