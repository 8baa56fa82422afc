package io.duban.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/**
 * 账号: the users, groups and tenants of the engine, for rooms that must not know the engine. Everything here only adds:
 * what exists keeps its name, password and memberships. The engine's own permissions are not asked, so whoever calls a
 * method that adds has checked that the caller is an administrator. Each method is one command and so one flush in
 * batches; call them inside one transaction.
 */
@Component
public class Accounts {

    private final IdentityService identity;
    private final CommandExecutor commands;
    private final AccountsLookup lookup;

    Accounts(ProcessEngine engine) {
        identity = engine.getIdentityService();
        commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        lookup = new AccountsLookup(identity);
    }

    /** A user to create; prints without its password. */
    public record NewUser(String id, String firstName, String lastName, String password) {
        @Override
        public String toString() {
            return "NewUser[" + id + "]";
        }
    }

    /** See {@link #ensureGroups}. */
    public void ensureGroup(String id, String name) {
        ensureGroups(Map.of(id, name));
    }

    /** Adds the groups that do not exist yet. */
    public void ensureGroups(Map<String, String> namesById) {
        unchecked(() -> {
            var known = lookup.groups(namesById.keySet());
            namesById.forEach((id, name) -> {
                if (!known.contains(id)) {
                    var group = identity.newGroup(id);
                    group.setName(name);
                    group.setType("WORKFLOW");
                    identity.saveGroup(group);
                }
            });
            return known;
        });
    }

    /** See {@link #ensureTenants}. */
    public void ensureTenant(String id, String name) {
        ensureTenants(Map.of(id, name));
    }

    /** Adds the tenants that do not exist yet. */
    public void ensureTenants(Map<String, String> namesById) {
        unchecked(() -> {
            var known = lookup.tenants(namesById.keySet());
            namesById.forEach((id, name) -> {
                if (!known.contains(id)) {
                    var tenant = identity.newTenant(id);
                    tenant.setName(name);
                    identity.saveTenant(tenant);
                }
            });
            return known;
        });
    }

    /** See {@link #ensureTenantGroups}. */
    public void ensureGroupTenant(String groupId, String tenantId) {
        ensureTenantGroups(tenantId, Set.of(groupId));
    }

    /** Makes the groups, which exist, members of the tenant, which exists. */
    public void ensureTenantGroups(String tenantId, Set<String> groupIds) {
        unchecked(() -> {
            var known = lookup.groupsOfTenant(tenantId);
            groupIds.stream()
                    .filter(group -> !known.contains(group))
                    .forEach(group -> identity.createTenantGroupMembership(tenantId, group));
            return known;
        });
    }

    /** See {@link #ensureUsers}; returns whether the user was created. */
    public boolean ensureUser(String id, String firstName, String lastName, String password) {
        return !ensureUsers(List.of(new NewUser(id, firstName, lastName, password)))
                .isEmpty();
    }

    /** Adds the users that do not exist yet; a password is only set where there is none. Returns the ids created. */
    public Set<String> ensureUsers(Collection<NewUser> users) {
        return unchecked(() -> {
            var ids = users.stream().map(NewUser::id).toList();
            var known = lookup.users(ids);
            var created = new HashSet<String>();
            for (var user : users) {
                var existing = known.get(user.id());
                if (existing == null && created.add(user.id())) {
                    save(identity.newUser(user.id()), user);
                } else if (existing != null && existing.getPassword() == null) {
                    existing.setPassword(user.password());
                    identity.saveUser(existing);
                }
            }
            return created;
        });
    }

    /** See {@link #ensureMemberships}. */
    public void ensureMembership(String userId, String groupId) {
        ensureMemberships(Map.of(userId, Set.of(groupId)));
    }

    /** Makes each user, who exists, a member of its groups, which exist; returns how many memberships were added. */
    public int ensureMemberships(Map<String, Set<String>> groupsByUser) {
        return unchecked(() -> {
            int added = 0;
            for (var entry : groupsByUser.entrySet()) {
                var missing = new HashSet<>(entry.getValue());
                missing.removeAll(lookup.groupsOfUser(entry.getKey()));
                missing.forEach(group -> identity.createMembership(entry.getKey(), group));
                added += missing.size();
            }
            return added;
        });
    }

    /** Whether there is no user at all. */
    public boolean isEmpty() {
        return read(() -> identity.createUserQuery().listPage(0, 1).isEmpty());
    }

    public boolean userExists(String id) {
        return read(() -> lookup.users(List.of(id)).containsKey(id));
    }

    /** Whether the user exists and can log in with a password. */
    public boolean hasPassword(String id) {
        return read(() -> Optional.ofNullable(lookup.users(List.of(id)).get(id))
                .map(User::getPassword)
                .isPresent());
    }

    /** Some users, at most {@code limit}, whose password is this one; no failed log-in is counted against anybody. */
    public List<String> usersWithPassword(String password, int limit) {
        return unchecked(() -> lookup.usersWithPassword(password, limit));
    }

    /** First and last name as people read them, if the user exists. */
    public Optional<String> displayName(String id) {
        return read(() -> Optional.ofNullable(lookup.users(List.of(id)).get(id)))
                .map(user -> AccountsLookup.join(user.getFirstName(), user.getLastName()));
    }

    /** The ids of the user's groups, sorted. */
    public List<String> groupsOf(String userId) {
        return read(() -> List.copyOf(lookup.groupsOfUser(userId)));
    }

    /** Some members of the group, at most {@code limit}, by id. */
    public List<String> membersOf(String groupId, int limit) {
        return read(() -> lookup.membersOf(groupId, limit));
    }

    /** The ids of the tenants the user belongs to through its groups or directly, sorted. */
    public List<String> tenantsOf(String userId) {
        return read(() -> List.copyOf(lookup.tenantsOfUser(userId)));
    }

    private void save(User entity, NewUser user) {
        entity.setFirstName(user.firstName());
        entity.setLastName(user.lastName());
        entity.setPassword(user.password());
        identity.saveUser(entity);
    }

    /** While nobody is logged in to the engine it checks nothing; then the plain queries of a log-in are enough. */
    private <T> T read(Supplier<T> query) {
        return identity.getCurrentAuthentication() == null ? query.get() : unchecked(query);
    }

    private <T> T unchecked(Supplier<T> work) {
        return commands.execute(new Unchecked<>(work));
    }

    /** Work on accounts under the application's own check in place of the engine's. */
    static final class Unchecked<T> implements Command<T> {

        private final Supplier<T> work;

        Unchecked(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public T execute(CommandContext context) {
            return context.runWithoutAuthorization(work::get);
        }
    }
}
