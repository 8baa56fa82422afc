package io.duban.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * How the engine finds out what the person may: the rights of their groups by its grants, those on a single task by
 * {@link TaskRights}. Who oversees is given the grants of {@link Oversight}, and no list of tasks shows what {@link
 * TaskSeclusion} keeps from its reader. Where an administrator has revoked anything, the engine decides by its grants alone.
 */
final class SignedInRights implements SessionFactory {

    private static final String CASE = "caseId";

    private final Overseers overseers;
    private final Supplier<List<Oversight>> oversights;
    private final Supplier<List<TaskSeclusion>> seclusions;

    /** @param longest how long a right may be remembered that has been taken away elsewhere */
    SignedInRights(Duration longest, Supplier<List<Oversight>> oversights, Supplier<List<TaskSeclusion>> seclusions) {
        overseers = new Overseers(longest);
        this.oversights = oversights;
        this.seclusions = seclusions;
    }

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new Rights();
    }

    private final class Rights extends AuthorizationManager {

        /**
         * The groups as they are. The engine would first read the groups of all authorizations there are to drop those
         * of the person's that have none; that pays for thousands of groups, ours are few, and a group without
         * authorizations permits nothing anyway.
         */
        @Override
        public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
            if (groups == null) {
                return List.of();
            }
            if (oversights.get().stream().noneMatch(each -> each.isHeldBy(groups))) {
                return groups;
            }
            List<String> held = new ArrayList<>(groups);
            held.add(Oversight.GROUP);
            return held;
        }

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            super.configureTaskQuery(query);
            AuthorizationCheck check = query.getAuthCheck();
            if (!check.isAuthorizationCheckEnabled()) {
                return;
            }
            TaskRights rights = new TaskRights(check.getAuthUserId(), check.getAuthGroupIds());
            boolean held = rights.hold(query);
            RequestThread.once(() -> secluded(rights)).forEach(each -> keepOut(query, each));
            if (check.isRevokeAuthorizationCheckEnabled()) {
                return;
            }
            if (!held && !overseers.include(rights, this::readsEveryTask)) {
                rights.narrow(query, overseen(rights), getDbEntityManager());
            }
            check.setAuthorizationCheckEnabled(false);
        }

        private Set<String> overseen(TaskRights rights) {
            return rights.groups().contains(Oversight.GROUP)
                    ? oversights.get().stream()
                            .flatMap(each -> each.processes().stream())
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        private List<TaskSeclusion.Secluded> secluded(TaskRights rights) {
            return seclusions.get().stream()
                    .flatMap(rule -> rule.from(rights.person(), rights.groups()).stream())
                    .toList();
        }

        /** Only tasks of other cases, or such tasks of this one as are not kept from the person. */
        private void keepOut(TaskQueryImpl query, TaskSeclusion.Secluded secluded) {
            TaskQueryImpl either = new TaskQueryImpl();
            either.setOrQueryActive();
            if (!secluded.taskKeys().isEmpty()) {
                either.taskDefinitionKeyNotIn(secluded.taskKeys().toArray(String[]::new));
            }
            either.addVariable(CASE, secluded.caseId(), QueryOperator.NOT_EQUALS, false, true);
            var engine = Context.getProcessEngineConfiguration();
            either.getVariables()
                    .forEach(each -> each.initialize(engine.getVariableSerializers(), engine.getDatabaseType()));
            query.addOrQuery(either);
        }

        /** The engine counts what runs of a definition for everybody in the tenant who may read the definition. */
        @Override
        public void configureProcessDefinitionStatisticsQuery(ProcessDefinitionStatisticsQueryImpl query) {
            Authentication person = getCurrentAuthentication();
            if (person == null
                    || person.getTenantIds() == null
                    || person.getTenantIds().isEmpty()) {
                super.configureProcessDefinitionStatisticsQuery(query);
            } else {
                configureQuery(
                        query, Resources.PROCESS_DEFINITION, "RES.KEY_", ProcessDefinitionPermissions.READ_INSTANCE);
            }
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
