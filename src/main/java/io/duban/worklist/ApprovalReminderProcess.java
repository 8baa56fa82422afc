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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens approval-reminders.bpmn (审批催办) for one working day after the other. */
@Component
@Order(40)
@Transactional
class ApprovalReminderProcess implements ApplicationRunner {

    private static final String PROCESS = "approvalReminders";

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final WorkingDays workingDays;
    private final Clock clock;

    ApprovalReminderProcess(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            SystemCalls system,
            WorkingDays workingDays,
            Clock clock) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.system = system;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The first day, where the model is deployed and none is open. */
    @Override
    public void run(ApplicationArguments arguments) {
        boolean deployed = !repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .listPage(0, 1)
                .isEmpty();
        if (deployed && open() == 0) {
            openDay();
        }
    }

    /** The next working day, unless somebody has opened one besides the one that asks. */
    void openDay() {
        LocalDate day = workingDays.nextWorkingDay(LocalDate.now(clock));
        Date begin = Date.from(day.atStartOfDay(WorkingDays.ZONE).plusMinutes(1).toInstant());
        if (open() <= 1) {
            system.run(() -> runtimeService.startProcessInstanceByKey(
                    PROCESS,
                    "approval-reminders-" + day,
                    Map.of(ApprovalReminderVariables.REMINDING_DAY.name(), begin)));
        }
    }

    private int open() {
        return system.call(() -> runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .listPage(0, 2))
                .size();
    }
}
