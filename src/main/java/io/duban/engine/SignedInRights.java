package io.duban.engine;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * How the engine finds out what the person may: the rights of their groups by its grants, those on a single task by
 * {@link TaskRights}. Where an administrator has revoked anything, the engine decides by its grants alone.
 */
final class SignedInRights implements SessionFactory {

    private final Overseers overseers;

    /** @param longest how long a right may be remembered that has been taken away elsewhere */
    SignedInRights(Duration longest) {
        overseers = new Overseers(longest);
    }

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new Rights(overseers);
    }

    private static final class Rights extends AuthorizationManager {

        private final Overseers overseers;

        Rights(Overseers overseers) {
            this.overseers = overseers;
        }

        /**
         * The groups as they are. The engine would first read the groups of all authorizations there are to drop those
         * of the person's that have none; that pays for thousands of groups, ours are few, and a group without
         * authorizations permits nothing anyway.
         */
        @Override
        public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
            return groups == null ? List.of() : groups;
        }

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            super.configureTaskQuery(query);
            AuthorizationCheck check = query.getAuthCheck();
            if (!check.isAuthorizationCheckEnabled() || check.isRevokeAuthorizationCheckEnabled()) {
                return;
            }
            TaskRights rights = new TaskRights(check.getAuthUserId(), check.getAuthGroupIds());
            if (!rights.hold(query) && !overseers.include(rights, this::readsEveryTask)) {
                rights.narrow(query);
            }
            check.setAuthorizationCheckEnabled(false);
        }

        private boolean readsEveryTask(TaskRights rights) {
            CompositePermissionCheck every = newPermissionCheckBuilder()
                    .disjunctive()
                    .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ_TASK)
                    .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.READ)
                    .build();
            return super.isAuthorized(rights.person(), rights.groups(), every);
        }

        @Override
        public boolean isAuthorized(String person, @Nullable List<String> groups, PermissionCheck check) {
            return isOfTask(person, groups, List.of(check)) || super.isAuthorized(person, groups, check);
        }

        @Override
        public boolean isAuthorized(String person, @Nullable List<String> groups, CompositePermissionCheck check) {
            return check.isDisjunctive() && isOfTask(person, groups, check.getAtomicChecks())
                    || super.isAuthorized(person, groups, check);
        }

        private boolean isOfTask(String person, @Nullable List<String> groups, List<PermissionCheck> any) {
            TaskRights rights = new TaskRights(person, groups);
            return isAuthorizationEnabled()
                    && any.stream().anyMatch(rights::include)
                    && !isRevokeAuthCheckEnabled(person, rights.groups());
        }

        /** There are no grants of single tasks to take away with a task. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.TASK) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }

        @Override
        public void insert(DbEntity grant) {
            super.insert(grant);
            forget();
        }

        @Override
        public void update(AuthorizationEntity grant) {
            super.update(grant);
            forget();
        }

        @Override
        public void delete(DbEntity grant) {
            super.delete(grant);
            forget();
        }

        private void forget() {
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, committed -> overseers.forget());
        }
    }
}
