package io.duban.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * No grants for single tasks: who has a task or is offered it may read it and work on it ({@link TaskRights}). Whoever
 * becomes a candidate, by a model or by a call, comes by here and is admitted or not.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity @Nullable [] NONE = null;

    private final Supplier<List<TaskAdmission>> admissions;

    TaskGrants(Supplier<List<TaskAdmission>> admissions) {
        this.admissions = admissions;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        admit(task, group);
        return NONE;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String person, String type) {
        admit(task, person);
        return NONE;
    }

    private void admit(Task task, String candidate) {
        if (task instanceof TaskEntity entity && entity.getTaskDefinitionKey() != null) {
            String caseId = AssignmentGuard.caseOf(entity);
            admissions.get().forEach(rule -> rule.admitCandidate(entity.getTaskDefinitionKey(), caseId, candidate));
        }
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String before, @Nullable String after) {
        return NONE;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(Task task, @Nullable String before, @Nullable String after) {
        return NONE;
    }
}
