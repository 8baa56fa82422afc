package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.engine.Accounts;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class ProvisioningTest {

    private static final String GOOD = "duban.admin.password=" + OrganisationContext.GOOD_PASSWORD;

    private static final EngineDatabase DATABASE = EngineDatabase.inMemory();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @AfterEach
    void empty() {
        DATABASE.empty();
    }

    @Test
    void the_demo_has_an_account_for_each_role_in_each_unit_and_a_second_start_creates_nothing() throws Exception {
        Map<String, Integer> first;
        try (var context = OrganisationContext.open(DATABASE, true)) {
            OrganisationContext.start(context);
            first = rows();
            assertThat(first)
                    .containsEntry("unit", 113)
                    .containsEntry("act_id_user", 9 + 16 * 13 + 48 + 48 + 2)
                    .containsEntry("act_id_group", 9 + 16 * 13 + 48 + 48 + Role.values().length + 1)
                    .containsEntry("act_id_tenant", 17 + 17)
                    .containsEntry("act_id_tenant_member", 17 * 9 + 16 * 13 + 48 + 48 + 17)
                    .containsEntry("audit_event", 3);
            checkDemo(context);
        }
        try (var context = OrganisationContext.open(DATABASE, true)) {
            OrganisationContext.start(context);
            assertThat(rows()).isEqualTo(first);
        }
    }

    private static void checkDemo(AnnotationConfigApplicationContext context) {
        var accounts = context.getBean(Accounts.class);
        var identity = identity(context);
        assertThat(accounts.groupsOf("supervision-office.310000"))
                .containsExactly("supervision-office", "supervision-office.310000");
        assertThat(accounts.tenantsOf("supervision-office.310000")).hasSize(17).contains("310000");
        assertThat(accounts.tenantsOf("supervision-office.310104")).containsExactly("310104");
        assertThat(accounts.tenantsOf("institution-head.310104T001")).containsExactly("310104");
        assertThat(accounts.tenantsOf("admin")).isEmpty();
        assertThat(accounts.groupsOf("admin")).containsExactly("admin", "camunda-admin");
        assertThat(accounts.groupsOf("designer")).containsExactly("designer");
        assertThat(accounts.displayName("supervision-office.310000")).contains("督导办经办 上海市");
        assertThat(identity.checkPassword("school-head.310104S001", "duban-demo"))
                .isTrue();
        assertThat(identity.checkPassword("admin", "duban-demo")).isTrue();
        assertThat(context.getBean(Organisations.class).all(AdminLevel.COUNTY)).hasSize(16);
    }

    @Test
    void outside_the_demo_there_are_the_administrator_and_the_role_groups_only() throws Exception {
        try (var context = OrganisationContext.open(DATABASE, false, GOOD, "duban.admin.id=root")) {
            OrganisationContext.start(context);
            assertThat(rows())
                    .containsEntry("unit", 0)
                    .containsEntry("act_id_user", 1)
                    .containsEntry("act_id_group", Role.values().length + 1)
                    .containsEntry("act_id_tenant", 0);
            var accounts = context.getBean(Accounts.class);
            assertThat(accounts.groupsOf("root")).containsExactly("admin", "camunda-admin");
            assertThat(identity(context).checkPassword("root", OrganisationContext.GOOD_PASSWORD))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duban.unrelated=x",
                "duban.admin.password=",
                "duban.admin.password=            ",
                "duban.admin.password=duban-demo",
                "duban.admin.password=admin",
                "duban.admin.password=demo",
                "duban.admin.password=elevenchars"
            })
    void without_a_proper_password_for_the_administrator_the_start_fails_and_nothing_is_created(String property) {
        try (var context = OrganisationContext.open(DATABASE, false, property)) {
            assertThatThrownBy(() -> OrganisationContext.start(context))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("启动失败")
                    .hasMessageContaining("Start refused");
            assertThat(rows()).containsEntry("act_id_user", 0).containsEntry("act_id_group", 0);
        }
    }

    @Test
    void a_password_equal_to_the_administrators_id_is_refused() {
        try (var context = OrganisationContext.open(
                DATABASE, false, "duban.admin.id=administrator", "duban.admin.password=Administrator")) {
            assertThatThrownBy(() -> OrganisationContext.start(context)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void once_the_administrator_exists_the_password_may_be_absent_but_not_a_default_one() throws Exception {
        try (var context = OrganisationContext.open(DATABASE, false, GOOD)) {
            OrganisationContext.start(context);
        }
        var before = rows();
        try (var context = OrganisationContext.open(DATABASE, false)) {
            OrganisationContext.start(context);
            assertThat(rows()).isEqualTo(before);
        }
        try (var context = OrganisationContext.open(DATABASE, false, "duban.admin.password=another-long-password")) {
            OrganisationContext.start(context);
            assertThat(identity(context).checkPassword("admin", OrganisationContext.GOOD_PASSWORD))
                    .isTrue();
        }
        try (var context = OrganisationContext.open(DATABASE, false, "duban.admin.password=duban-demo")) {
            assertThatThrownBy(() -> OrganisationContext.start(context)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_administrator_who_lost_the_groups_receives_them_again() throws Exception {
        try (var context = OrganisationContext.open(DATABASE, false, GOOD)) {
            OrganisationContext.start(context);
            identity(context).deleteMembership("admin", "camunda-admin");
            OrganisationContext.start(context);
            assertThat(context.getBean(Accounts.class).groupsOf("admin")).contains("camunda-admin");
        }
    }

    @Test
    void a_database_of_the_demo_does_not_start_outside_the_demo() throws Exception {
        try (var context = OrganisationContext.open(DATABASE, true)) {
            OrganisationContext.start(context);
        }
        try (var context = OrganisationContext.open(DATABASE, false, GOOD)) {
            assertThatThrownBy(() -> OrganisationContext.start(context))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("演示密码");
        }
    }

    @Test
    void the_administrators_configuration_does_not_print_its_password() {
        assertThat(new AdministratorAccount("admin", OrganisationContext.GOOD_PASSWORD))
                .hasToString("AdministratorAccount[admin]");
    }

    private static IdentityService identity(AnnotationConfigApplicationContext context) {
        return context.getBean(ProcessEngine.class).getIdentityService();
    }

    private Map<String, Integer> rows() {
        var jdbc = new JdbcTemplate(DATABASE.source());
        var rows = new TreeMap<String, Integer>();
        for (var table : new String[] {
            "unit",
            "act_id_user",
            "act_id_group",
            "act_id_membership",
            "act_id_tenant",
            "act_id_tenant_member",
            "act_ru_authorization",
            "audit_event"
        }) {
            rows.put(table, jdbc.queryForObject("select count(*) from " + table, Integer.class));
        }
        return rows;
    }
}
