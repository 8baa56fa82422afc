package io.duban.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the cases and tasks that were begun under an earlier version where they belong today ({@link CaseTenants}, {@link
 * TaskTenants}): then every case lay with the district it concerns, drafts and leads of the city included. Done once, by
 * the engine's own statements, before the port opens and the first job runs; its history stays where it was written and is
 * open to administrators only.
 */
@Component
class TenantsOfRunningCases implements StartStep {

    static final String DONE = "duban.tenants";
    static final String VERSION = "3";

    private static final Logger LOG = LoggerFactory.getLogger(TenantsOfRunningCases.class);
    private static final int MOST_VARIABLES = 2_000;
    private static final int MOST_TRIES = 3;

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final OneCommand commands;
    private final TenantsOfParts parts;
    private final TransactionTemplate transaction;
    private final CaseTenants cases;
    private final TaskTenants tasks;

    TenantsOfRunningCases(
            RuntimeService runtimeService,
            ManagementService managementService,
            OneCommand commands,
            PlatformTransactionManager transactions,
            UnitTenants units) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.commands = commands;
        this.parts = new TenantsOfParts(commands);
        this.transaction = new TransactionTemplate(transactions);
        this.cases = new CaseTenants(units);
        this.tasks = new TaskTenants(units);
    }

    @Override
    public void start() {
        if (VERSION.equals(managementService.getProperties().get(DONE))) {
            return;
        }
        long moved = instances().stream().filter(this::isMoved).count();
        transaction.executeWithoutResult(open -> parts.moveIncidents());
        managementService.setProperty(DONE, VERSION);
        LOG.info("{} running cases put where they belong", moved);
    }

    /** All of them are read at once: from page to page one that ends elsewhere would let another one be left out. */
    private List<String> instances() {
        return commands.call(() -> ((ProcessInstanceQueryImpl) runtimeService.createProcessInstanceQuery()).listIds());
    }

    @Override
    public int getPhase() {
        return RUNNING_CASES;
    }

    /** A timer that fires on another node at the same time wins; then it is tried again. */
    private boolean isMoved(String instance) {
        for (int i = 1; ; i++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(open -> move(instance)));
            } catch (OptimisticLockingException meanwhile) {
                if (i == MOST_TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    private boolean move(String instance) {
        Map<String, Map<String, TypedValue>> kept = new TreeMap<>();
        AtomicReference<String> tenant = new AtomicReference<>();
        boolean moved = commands.call(() -> {
            CommandContext engine = Context.getCommandContext();
            ExecutionEntity root = engine.getExecutionManager().findExecutionById(instance);
            if (root == null) {
                return false;
            }
            tenant.set(cases.of(root.getVariables(), root.getSuperExecutionId() != null));
            boolean elsewhere = !Objects.equals(tenant.get(), root.getTenantId());
            if (elsewhere) {
                take(instance, kept);
                engine.getExecutionManager()
                        .findExecutionsByProcessInstanceId(instance)
                        .forEach(each -> {
                            each.setTenantId(tenant.get());
                            update(engine, ExecutionEntity.class, "updateExecution", each);
                        });
            }
            return moveTasks(engine, instance, tenant.get()) || elsewhere;
        });
        kept.forEach(
                (execution, variables) -> commands.run(() -> runtimeService.setVariablesLocal(execution, variables)));
        return tenant.get() != null && parts.move(instance, tenant.get()) || moved;
    }

    /** A variable never changes its tenant: it is taken away here and written again when its execution has moved. */
    private void take(String instance, Map<String, Map<String, TypedValue>> kept) {
        for (VariableInstance each : runtimeService
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .listPage(0, MOST_VARIABLES)) {
            kept.computeIfAbsent(each.getExecutionId(), any -> new TreeMap<>())
                    .put(each.getName(), each.getTypedValue());
        }
        kept.forEach((execution, variables) -> runtimeService.removeVariablesLocal(execution, variables.keySet()));
    }

    private boolean moveTasks(CommandContext engine, String instance, String tenant) {
        boolean moved = false;
        for (TaskEntity task : engine.getTaskManager().findTasksByProcessInstanceId(instance)) {
            String before = task.getTenantId();
            task.setTenantId(tenant);
            tasks.of(task).ifPresent(task::setTenantId);
            if (!Objects.equals(before, task.getTenantId())) {
                update(engine, TaskEntity.class, "updateTask", task);
                moved = true;
            }
        }
        return moved;
    }

    private static void update(
            CommandContext engine,
            Class<? extends org.camunda.bpm.engine.impl.db.DbEntity> type,
            String statement,
            Object entity) {
        engine.getDbEntityManager().update(type, statement, entity);
    }
}
