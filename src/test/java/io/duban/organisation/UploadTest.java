package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.duban.audit.AuditEvent;
import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import io.duban.engine.Refusal;
import java.nio.charset.Charset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {

    private static final String UNITS = "code,name,level,parent,operator\n";
    private static final String ACCOUNTS = "id,name,role,unit,initialPassword\n";

    private final EngineDatabase database = EngineDatabase.inMemory();
    private final AnnotationConfigApplicationContext context = OrganisationContext.open(database, true);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    context.getBean(UnitController.class), context.getBean(AccountController.class))
            .build();
    private final Organisations organisations = context.getBean(Organisations.class);
    private final Accounts accounts = context.getBean(Accounts.class);

    @BeforeAll
    void start() throws Exception {
        OrganisationContext.start(context);
    }

    @BeforeEach
    void logIn() {
        OrganisationContext.logIn("admin", "admin", "camunda-admin", "ROLE_ADMIN");
    }

    @AfterAll
    void close() {
        SecurityContextHolder.clearContext();
        context.close();
        database.close();
    }

    @Test
    void uploaded_units_are_known_at_once_with_groups_tenants_and_one_line_in_the_trail() throws Exception {
        int lines = trail("UNITS_UPLOADED").size();
        http.perform(put("/api/units")
                        .contentType("text/csv")
                        .content((UNITS + """
                        310888,试验区,COUNTY,310000,
                        310888S001,试验区新校（演示）,SCHOOL,310888,
                        310104,徐汇区,COUNTY,310000,
                        310151,崇明新区,COUNTY,310000,
                        """).getBytes(Charset.forName("GB18030"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(2))
                .andExpect(jsonPath("$.updated").value(1))
                .andExpect(jsonPath("$.unchanged").value(1));
        assertThat(organisations.get("310888S001").name()).isEqualTo("试验区新校（演示）");
        assertThat(organisations.get("310151").name()).isEqualTo("崇明新区");
        assertThat(organisations.jurisdiction("310000")).hasSize(17);
        assertThat(accounts.tenantsOf("supervision-lead.310000")).hasSize(18).contains("310888");
        accounts.ensureUser("head", "校长", "", "a-long-password");
        accounts.ensureMembership("head", "school-head.310888S001");
        assertThat(accounts.tenantsOf("head")).containsExactly("310888");
        assertThat(trail("UNITS_UPLOADED"))
                .hasSize(lines + 1)
                .last()
                .extracting(AuditEvent::actor, AuditEvent::sentence)
                .containsExactly("admin", "上传单位表：新增2个，更新1个，未变1个。");
    }

    @Test
    void one_wrong_line_and_nothing_changes() {
        int lines = trail("UNITS_UPLOADED").size();
        var refusal = refusal(() -> upload("/api/units", UNITS + "310104,改名区,COUNTY,310000,\n310999,甲,COUNTY,1,\n"));
        assertThat(refusal.field()).isEqualTo("lines[3].parent");
        assertThat(organisations.get("310104").name()).isEqualTo("徐汇区");
        assertThat(trail("UNITS_UPLOADED")).hasSize(lines);
    }

    @Test
    void a_failure_after_the_writing_rolls_units_groups_and_the_memory_back() {
        var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        transactions.executeWithoutResult(status -> {
            context.getBean(UnitUpload.class)
                    .apply(OrganisationContext.unitLines(UNITS + "310999,试验区,COUNTY,310000,\n"));
            status.setRollbackOnly();
        });
        assertThat(organisations.find("310999")).isEmpty();
        assertThat(context.getBean(UnitRepository.class).read().find("310999")).isEmpty();
        assertThat(identity().createTenantQuery().tenantId("310999").count()).isZero();
        assertThat(identity().createGroupQuery().groupId("government.310999").count())
                .isZero();
    }

    @Test
    void only_an_administrator_uploads() {
        OrganisationContext.logIn("lead", "supervision-lead", "supervision-lead.310000");
        assertThat(refusal(() -> upload("/api/units", UNITS)).rule()).isEqualTo("admin-only");
        assertThat(refusal(() -> upload("/api/accounts", ACCOUNTS)).rule()).isEqualTo("admin-only");
    }

    @Test
    void units_are_listed_in_bounded_pages_in_the_order_of_their_codes() throws Exception {
        http.perform(get("/api/units").param("limit", "5000"))
                .andExpect(jsonPath("$.units", hasSize(100)))
                .andExpect(jsonPath("$.units[0].code").value("310000"))
                .andExpect(jsonPath("$.next").isString());
        http.perform(get("/api/units")
                        .param("level", "COUNTY")
                        .param("after", "310104")
                        .param("limit", "3"))
                .andExpect(jsonPath("$.units", hasSize(3)))
                .andExpect(jsonPath("$.units[0].name").value("长宁区"))
                .andExpect(jsonPath("$.next").value("310107"));
        http.perform(get("/api/units").param("parent", "310105").param("search", "310105T"))
                .andExpect(jsonPath("$.units", hasSize(3)))
                .andExpect(jsonPath("$.units[2].operator").value("310105S001"))
                .andExpect(jsonPath("$.next").value(nullValue()));
    }

    @Test
    void one_unit_is_shown_and_an_unknown_one_is_not_found() throws Exception {
        http.perform(get("/api/units/310104"))
                .andExpect(jsonPath("$.level").value("COUNTY"))
                .andExpect(jsonPath("$.active").value(true));
        assertThat(refusal(() -> http.perform(get("/api/units/310999"))).rule()).isEqualTo("not-found");
    }

    @Test
    void uploaded_accounts_join_their_groups_and_old_ones_keep_everything() throws Exception {
        upload("/api/accounts", ACCOUNTS + """
                clerk-a,经办甲,supervision-office,310104,first-password-1
                boss,系统管理乙,admin,,first-password-2
                drawer,流程设计丙,designer,,first-password-3
                """);
        assertThat(accounts.groupsOf("clerk-a")).containsExactly("supervision-office", "supervision-office.310104");
        assertThat(accounts.groupsOf("boss")).containsExactly("admin", "camunda-admin");
        assertThat(accounts.groupsOf("drawer")).containsExactly("designer");
        http.perform(put("/api/accounts")
                        .contentType("text/csv")
                        .content(ACCOUNTS + "clerk-a,另一名字,inspector,310105,second-password-1\nboss,乙,designer,,\n"))
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.memberships").value(3));
        assertThat(accounts.groupsOf("clerk-a")).contains("supervision-office.310104", "inspector.310105");
        assertThat(accounts.displayName("clerk-a")).contains("经办甲");
        assertThat(identity().checkPassword("clerk-a", "first-password-1")).isTrue();
        assertThat(trail("ACCOUNTS_UPLOADED"))
                .hasSize(2)
                .noneMatch(line -> line.sentence().contains("password"));
    }

    @ParameterizedTest(name = "{0} → {2} at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a b,甲,inspector,310104,secret-password|id|account-id",
                ".a,甲,inspector,310104,secret-password|id|account-id",
                "a,,inspector,310104,secret-password|name|account-name",
                "a,甲,teacher,310104,secret-password|role|unknown-role",
                "a,甲,school-head,310104,secret-password|role|role-level",
                "a,甲,education-bureau,310000,secret-password|role|role-level",
                "a,甲,inspector,,secret-password|unit|unknown-unit",
                "a,甲,inspector,310999,secret-password|unit|unknown-unit",
                "a,甲,admin,310000,secret-password|unit|role-without-unit",
                "a,甲,inspector,310104,secret-pass|initialPassword|password-length",
                "a,甲,inspector,310104,|initialPassword|password-length",
                "same-as-the-id,甲,inspector,310104,Same-as-the-id|initialPassword|password-length"
            })
    void a_line_of_accounts_that_breaks_a_rule_is_refused_without_its_password(String line, String field, String rule) {
        var csv = ACCOUNTS + "fine,乙,inspector,310104,secret-password\n" + line + "\n";
        var refusal = refusal(() -> upload("/api/accounts", csv));
        assertThat(refusal.field()).isEqualTo("lines[3]." + field);
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal.getMessage() + refusal.english()).doesNotContain("secret", "ame-as-the-id");
        assertThat(accounts.userExists("fine")).isFalse();
    }

    @Test
    void the_same_account_twice_in_a_file_is_refused() {
        var line = "a,甲,inspector,310104,secret-password\n";
        assertThat(refusal(() -> upload("/api/accounts", ACCOUNTS + line + line))
                        .rule())
                .isEqualTo("duplicate-id");
    }

    @Test
    void i_learn_who_i_am() throws Exception {
        OrganisationContext.logIn("inspector.310104", "inspector", "inspector.310104");
        http.perform(get("/api/me"))
                .andExpect(jsonPath("$.user").value("inspector.310104"))
                .andExpect(jsonPath("$.displayName").value("督学 徐汇区"))
                .andExpect(jsonPath("$.unit").value("310104"))
                .andExpect(jsonPath("$.unitName").value("徐汇区"))
                .andExpect(jsonPath("$.roles[0]").value("inspector"))
                .andExpect(jsonPath("$.groups", hasSize(2)));
        OrganisationContext.logIn("designer", "designer");
        http.perform(get("/api/me"))
                .andExpect(jsonPath("$.unit").value(nullValue()))
                .andExpect(jsonPath("$.roles[0]").value("designer"));
    }

    @Test
    void anotherNodeTakesAnUploadOver() throws Exception {
        var otherNode = new Organisations(context.getBean(UnitRepository.class));
        assertThat(otherNode.find("310997")).isEmpty();
        upload("/api/units", UNITS + "310997,测试新区,COUNTY,310000,\n");

        assertThat(otherNode.find("310997")).as("before it has looked").isEmpty();
        new UnitRefresh(otherNode).look();

        assertThat(otherNode.find("310997")).isPresent();
    }

    private List<AuditEvent> trail(String action) {
        return context.getBean(AuditTrail.class).of("organisation", 100).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }

    private IdentityService identity() {
        return context.getBean(ProcessEngine.class).getIdentityService();
    }

    private void upload(String path, String csv) throws Exception {
        http.perform(put(path).contentType("text/csv").content(csv)).andExpect(status().isOk());
    }

    private static Refusal refusal(ThrowingCallable call) {
        var thrown = catchThrowable(call);
        assertThat(thrown).hasCauseInstanceOf(Refusal.class);
        return (Refusal) thrown.getCause();
    }
}
