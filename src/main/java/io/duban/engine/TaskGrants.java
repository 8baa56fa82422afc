package io.duban.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Who may work on a task, as the engine grants it, without what is known already: a task that is just coming into being
 * has no grants to look for, and who takes a task from the pile of the own group holds the group's grant.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

    private final Supplier<List<TaskAdmission>> admissions;

    TaskGrants(Supplier<List<TaskAdmission>> admissions) {
        this.admissions = admissions;
    }

    /** Whoever becomes a candidate, by a model or by a call, comes by here. */
    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        admit(task, group);
        return super.newTaskGroupIdentityLink(task, group, type);
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String person, String type) {
        admit(task, person);
        return super.newTaskUserIdentityLink(task, person, type);
    }

    private void admit(Task task, String candidate) {
        if (task instanceof TaskEntity entity && entity.getTaskDefinitionKey() != null) {
            String caseId = AssignmentGuard.caseOf(entity);
            admissions.get().forEach(rule -> rule.admitCandidate(entity.getTaskDefinitionKey(), caseId, candidate));
        }
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String before, @Nullable String after) {
        return holdsGroupGrant(task, after) ? null : super.newTaskAssignee(task, before, after);
    }

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorizationByGroupId(String group, Resource resource, String id) {
        DbEntityCache session = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
        TaskEntity task = Resources.TASK == resource ? session.get(TaskEntity.class, id) : null;
        if (task == null || !session.isTransient(task)) {
            return super.getGrantAuthorizationByGroupId(group, resource, id);
        }
        return session.getEntitiesByType(AuthorizationEntity.class).stream()
                .filter(each -> id.equals(each.getResourceId()) && group.equals(each.getGroupId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean holdsGroupGrant(Task task, @Nullable String assignee) {
        var current = Context.getCommandContext().getAuthentication();
        return current != null
                && current.getGroupIds() != null
                && current.getUserId().equals(assignee)
                && task instanceof TaskEntity entity
                && entity.getCandidates().stream()
                        .anyMatch(link -> current.getGroupIds().contains(link.getGroupId()));
    }
}
