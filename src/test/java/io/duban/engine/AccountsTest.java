package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {

    private final ProcessEngine engine = engine();
    private final Accounts accounts = new Accounts(engine);

    @AfterEach
    void removeAll() {
        var identity = engine.getIdentityService();
        identity.clearAuthentication();
        identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
        identity.createGroupQuery().list().forEach(group -> identity.deleteGroup(group.getId()));
        identity.createTenantQuery().list().forEach(tenant -> identity.deleteTenant(tenant.getId()));
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void an_account_belongs_to_its_groups_and_through_them_to_tenants() {
        accounts.ensureTenant("310104", "徐汇区");
        accounts.ensureGroup("inspector.310104", "徐汇区督学");
        accounts.ensureGroup("inspector", "督学");
        accounts.ensureGroupTenant("inspector.310104", "310104");
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(accounts.ensureUser("li", "督学", "徐汇区", "a-long-password")).isTrue();
        accounts.ensureMembership("li", "inspector.310104");
        accounts.ensureMembership("li", "inspector");

        assertThat(accounts.isEmpty()).isFalse();
        assertThat(accounts.userExists("li")).isTrue();
        assertThat(accounts.userExists("wang")).isFalse();
        assertThat(accounts.groupsOf("li")).containsExactly("inspector", "inspector.310104");
        assertThat(accounts.tenantsOf("li")).containsExactly("310104");
        assertThat(accounts.displayName("li")).contains("督学 徐汇区");
        assertThat(accounts.displayName("wang")).isEmpty();
        assertThat(engine.getIdentityService().checkPassword("li", "a-long-password"))
                .isTrue();
    }

    @Test
    void everything_may_be_asked_for_twice() {
        for (int i = 0; i < 2; i++) {
            accounts.ensureTenants(Map.of("310104", "徐汇区"));
            accounts.ensureGroups(Map.of("inspector", "督学"));
            accounts.ensureTenantGroups("310104", Set.of("inspector"));
            assertThat(accounts.ensureUser("li", "甲", "", "a-long-password")).isEqualTo(i == 0);
            assertThat(accounts.ensureMemberships(Map.of("li", Set.of("inspector"))))
                    .isEqualTo(1 - i);
        }
        assertThat(accounts.groupsOf("li")).containsExactly("inspector");
    }

    @Test
    void an_existing_password_and_name_are_never_overwritten() {
        accounts.ensureUser("li", "甲", "", "a-long-password");
        accounts.ensureUser("li", "乙", "", "another-password");
        assertThat(accounts.displayName("li")).contains("甲");
        assertThat(engine.getIdentityService().checkPassword("li", "a-long-password"))
                .isTrue();
    }

    @Test
    void a_user_without_a_password_receives_one() {
        var identity = engine.getIdentityService();
        identity.saveUser(identity.newUser("li"));
        assertThat(accounts.hasPassword("li")).isFalse();
        assertThat(accounts.ensureUser("li", "甲", "", "a-long-password")).isFalse();
        assertThat(accounts.hasPassword("li")).isTrue();
        assertThat(identity.checkPassword("li", "a-long-password")).isTrue();
    }

    @Test
    void users_with_a_given_password_are_found_without_locking_anybody_out() {
        accounts.ensureUser("li", "甲", "", "duban-demo");
        accounts.ensureUser("wang", "乙", "", "a-long-password");
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser("none"));
        for (int i = 0; i < 20; i++) {
            assertThat(accounts.usersWithPassword("duban-demo", 5)).containsExactly("li");
        }
        assertThat(engine.getIdentityService().checkPassword("wang", "a-long-password"))
                .isTrue();
    }

    @Test
    void more_accounts_than_fit_a_page_are_provisioned_and_found() {
        var groups = IntStream.range(0, 250).boxed().collect(Collectors.toMap(i -> "g." + i, i -> "组" + i));
        accounts.ensureTenant("310104", "徐汇区");
        accounts.ensureGroups(groups);
        accounts.ensureGroups(groups);
        accounts.ensureTenantGroups("310104", groups.keySet());
        accounts.ensureTenantGroups("310104", groups.keySet());
        var users = IntStream.range(0, 250)
                .mapToObj(i -> new Accounts.NewUser("u" + i, "甲", "", "a-long-password"))
                .toList();
        assertThat(accounts.ensureUsers(users)).hasSize(250);
        assertThat(accounts.ensureUsers(users)).isEmpty();
        accounts.ensureMemberships(Map.of("u0", groups.keySet()));
        assertThat(accounts.groupsOf("u0")).hasSize(250);
        assertThat(accounts.usersWithPassword("a-long-password", 240)).hasSize(240);
    }

    @Test
    void a_logged_in_person_without_engine_permissions_may_use_the_facade() {
        accounts.ensureUser("li", "甲", "", "a-long-password");
        accounts.ensureGroup("inspector", "督学");
        engine.getIdentityService().setAuthentication("li", List.of());
        assertThat(accounts.ensureUser("wang", "乙", "", "a-long-password")).isTrue();
        accounts.ensureMembership("wang", "inspector");
        assertThat(accounts.groupsOf("wang")).containsExactly("inspector");
        assertThat(accounts.displayName("wang")).contains("乙");
    }

    @Test
    void a_new_user_does_not_print_its_password() {
        assertThat(new Accounts.NewUser("li", "甲", "", "a-long-password")).hasToString("NewUser[li]");
    }

    private static ProcessEngine engine() {
        var configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory("none");
        configuration.setAuthorizationEnabled(true);
        configuration.setQueryMaxResultsLimit(100);
        configuration.setUserResourceWhitelistPattern("[A-Za-z0-9._-]+");
        configuration.setGroupResourceWhitelistPattern("[A-Za-z0-9._-]+");
        configuration.setTenantResourceWhitelistPattern("[A-Za-z0-9._-]+");
        return configuration.buildProcessEngine();
    }
}
