package io.duban.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** Reads accounts in pages, because the engine refuses unbounded lists, and many at once, because there are many. */
final class AccountsLookup {

    private static final int PAGE = 100;

    private final IdentityService identity;

    AccountsLookup(IdentityService identity) {
        this.identity = identity;
    }

    Set<String> groups(Collection<String> ids) {
        var found = new HashSet<String>();
        for (var page : pages(ids)) {
            identity.createGroupQuery().groupIdIn(page).listPage(0, PAGE).forEach(group -> found.add(group.getId()));
        }
        return found;
    }

    Set<String> tenants(Collection<String> ids) {
        var found = new HashSet<String>();
        for (var page : pages(ids)) {
            identity.createTenantQuery()
                    .tenantIdIn(page)
                    .listPage(0, PAGE)
                    .forEach(tenant -> found.add(tenant.getId()));
        }
        return found;
    }

    Map<String, User> users(Collection<String> ids) {
        var found = new HashMap<String, User>();
        for (var page : pages(ids)) {
            identity.createUserQuery().userIdIn(page).listPage(0, PAGE).forEach(user -> found.put(user.getId(), user));
        }
        return found;
    }

    Set<String> groupsOfTenant(String tenantId) {
        return all(identity.createGroupQuery()
                        .memberOfTenant(tenantId)
                        .orderByGroupId()
                        .asc())
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    Set<String> groupsOfUser(String userId) {
        return all(identity.createGroupQuery()
                        .groupMember(userId)
                        .orderByGroupId()
                        .asc())
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> membersOf(String groupId, int limit) {
        return identity.createUserQuery().memberOfGroup(groupId).orderByUserId().asc().listPage(0, limit).stream()
                .map(User::getId)
                .toList();
    }

    Set<String> tenantsOfUser(String userId) {
        return all(identity.createTenantQuery()
                        .userMember(userId)
                        .includingGroupsOfUser(true)
                        .orderByTenantId()
                        .asc())
                .map(Tenant::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Compares hashes only; must run inside a command. */
    List<String> usersWithPassword(String password, int limit) {
        var manager = Context.getProcessEngineConfiguration().getPasswordManager();
        return all(identity.createUserQuery().orderByUserId().asc())
                .map(UserEntity.class::cast)
                .filter(user -> user.getPassword() != null
                        && manager.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword()))
                .map(UserEntity::getId)
                .limit(limit)
                .toList();
    }

    static String join(@Nullable String first, @Nullable String last) {
        return Stream.of(first, last)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static List<String[]> pages(Collection<String> ids) {
        var all = List.copyOf(ids);
        var pages = new ArrayList<String[]>();
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.add(all.subList(from, Math.min(from + PAGE, all.size())).toArray(String[]::new));
        }
        return pages;
    }

    private static <T> Stream<T> all(Query<?, T> query) {
        return Stream.iterate(0, from -> from + PAGE)
                .map(from -> query.listPage(from, PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream);
    }
}
