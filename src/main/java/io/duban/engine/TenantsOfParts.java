package io.duban.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * What hangs on the executions of an instance and never changes its tenant: subscriptions, timers and other jobs, external
 * tasks, incidents. The engine's statements write a tenant only when they enter a row, so these are taken out and entered
 * again as they were, in two commands of one transaction.
 */
final class TenantsOfParts {

    private final OneCommand commands;

    TenantsOfParts(OneCommand commands) {
        this.commands = commands;
    }

    /** Puts the parts of an instance with its tenant; false if they are there. */
    boolean move(String instance, String tenant) {
        Map<DbEntity, Runnable> parts = commands.call(() -> elsewhere(instance, tenant));
        if (parts.isEmpty()) {
            return false;
        }
        commands.run(() -> parts.keySet().forEach(TenantsOfParts::delete));
        commands.run(() -> parts.forEach((part, placed) -> {
            placed.run();
            Context.getCommandContext().getDbEntityManager().insert(part);
        }));
        return true;
    }

    private static Map<DbEntity, Runnable> elsewhere(String instance, String tenant) {
        CommandContext engine = Context.getCommandContext();
        Map<DbEntity, Runnable> parts = new LinkedHashMap<>();
        note(
                parts,
                engine.getEventSubscriptionManager().findEventSubscriptionsByProcessInstanceId(instance),
                EventSubscriptionEntity::getTenantId,
                EventSubscriptionEntity::setTenantId,
                tenant);
        note(
                parts,
                engine.getJobManager().findJobsByProcessInstanceId(instance),
                JobEntity::getTenantId,
                JobEntity::setTenantId,
                tenant);
        note(
                parts,
                engine.getExternalTaskManager().findExternalTasksByProcessInstanceId(instance),
                ExternalTaskEntity::getTenantId,
                ExternalTaskEntity::setTenantId,
                tenant);
        return parts;
    }

    private static <T extends DbEntity> void note(
            Map<DbEntity, Runnable> parts,
            List<T> found,
            Function<T, String> read,
            BiConsumer<T, String> write,
            String tenant) {
        found.stream()
                .filter(each -> !Objects.equals(read.apply(each), tenant))
                .forEach(each -> parts.put(each, () -> write.accept(each, tenant)));
    }

    /**
     * An incident names the one in a called instance that caused it, so all of them are taken out from the last effect to
     * the first cause, and entered the other way round.
     */
    void moveIncidents() {
        List<IncidentEntity> all =
                commands.call(() -> Context.getCommandContext()
                        .getIncidentManager()
                        .findIncidentByQueryCriteria(new IncidentQueryImpl(), null)
                        .stream()
                        .map(IncidentEntity.class::cast)
                        .toList());
        Map<IncidentEntity, String> placed = new LinkedHashMap<>();
        commands.run(() -> all.forEach(each -> placed.put(each, tenantOf(each))));
        if (placed.entrySet().stream()
                .allMatch(each -> Objects.equals(each.getKey().getTenantId(), each.getValue()))) {
            return;
        }
        List<IncidentEntity> left = new ArrayList<>(all);
        List<IncidentEntity> entered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<IncidentEntity> last = left.stream()
                    .filter(each -> left.stream().noneMatch(other -> isCause(each, other)))
                    .toList();
            commands.run(() -> last.forEach(TenantsOfParts::delete));
            left.removeAll(last);
            entered.addAll(0, last);
        }
        entered.forEach(each -> commands.run(() -> {
            each.setTenantId(placed.get(each));
            Context.getCommandContext().getDbEntityManager().insert(each);
        }));
    }

    private static String tenantOf(IncidentEntity incident) {
        return Context.getCommandContext()
                .getExecutionManager()
                .findExecutionById(incident.getProcessInstanceId())
                .getTenantId();
    }

    private static boolean isCause(IncidentEntity cause, IncidentEntity other) {
        return cause != other
                && (cause.getId().equals(other.getCauseIncidentId())
                        || cause.getId().equals(other.getRootCauseIncidentId()));
    }

    private static void delete(DbEntity part) {
        Context.getCommandContext().getDbEntityManager().delete(part);
    }
}
