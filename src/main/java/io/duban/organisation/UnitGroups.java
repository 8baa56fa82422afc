package io.duban.organisation;

import io.duban.engine.Accounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Gives every role and every unit its groups, every county and city its tenant, and every group the tenants of its
 * jurisdiction (辖区), so that a district meets neither another district's cases nor those the city keeps to itself. The
 * custodians of reporters' identities are a tenant of their own in each unit, of which nobody else is a member. Nothing
 * is ever taken away.
 */
@Component
class UnitGroups {

    static final String CAMUNDA_ADMIN = "camunda-admin";

    private final Accounts accounts;

    UnitGroups(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The permission groups, one per role, and the engine's own group of administrators. */
    void ensureRoles() {
        var names = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            names.put(role.id(), role.label());
        }
        names.put(CAMUNDA_ADMIN, "系统管理（流程引擎）");
        accounts.ensureGroups(names);
    }

    /** The candidate groups and tenants of all open units. */
    void ensure(UnitTree tree) {
        var groups = new LinkedHashMap<String, String>();
        var tenants = new LinkedHashMap<String, String>();
        Map<String, Set<String>> members = new TreeMap<>();
        tree.active().forEach(unit -> {
            boolean city = unit.is(AdminLevel.PROVINCE);
            if (city || unit.is(AdminLevel.COUNTY)) {
                tenants.put(unit.code(), unit.name());
            }
            var jurisdiction = new ArrayList<>(tree.jurisdiction(unit.code()));
            if (city) {
                jurisdiction.add(unit);
            }
            for (var role : Role.at(unit.level())) {
                var group = role.group(unit.code());
                groups.put(group, unit.name() + role.label());
                if (role == Role.PETITION_VAULT_OFFICER) {
                    tenants.put(group, unit.name() + role.label());
                    members.put(group, Set.of(group));
                }
                jurisdiction.forEach(county -> members.computeIfAbsent(county.code(), code -> new LinkedHashSet<>())
                        .add(group));
            }
        });
        accounts.ensureGroups(groups);
        accounts.ensureTenants(tenants);
        members.forEach(accounts::ensureTenantGroups);
    }
}
