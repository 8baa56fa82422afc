package io.duban.organisation;

import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The room alone on an in-memory database: our tables, the engine's identity tables, one transaction manager. */
@Configuration
@EnableTransactionManagement(proxyTargetClass = true)
@Import({
    AuditTrail.class,
    Accounts.class,
    UnitRepository.class,
    Organisations.class,
    People.class,
    UnitGroups.class,
    UnitUpload.class,
    AccountUpload.class,
    Administrator.class,
    Provisioning.class,
    DemoAccounts.class,
    UnitController.class,
    AccountController.class
})
class OrganisationContext {

    static final String GOOD_PASSWORD = "correct-horse-battery";

    private static final List<String> FILLED = List.of(
            "act_id_tenant_member",
            "act_id_membership",
            "act_id_tenant",
            "act_id_group",
            "act_id_user",
            "act_ru_authorization",
            "audit_event",
            "unit");

    static DataSource newDatabase() {
        var url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        var source = new DriverManagerDataSource(url, "sa", "");
        Flyway.configure().dataSource(source).target("2").load().migrate();
        return source;
    }

    static AnnotationConfigApplicationContext open(DataSource source, boolean demo, String... properties) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles(demo ? new String[] {"demo"} : new String[0]);
        TestPropertyValues.of(properties).applyTo(context);
        context.registerBean(DataSource.class, () -> source);
        context.register(OrganisationContext.class);
        context.refresh();
        return context;
    }

    /** Runs the runners in their order, as Spring Boot does. */
    static void start(AnnotationConfigApplicationContext context) throws Exception {
        ApplicationArguments none = new DefaultApplicationArguments();
        for (var runner :
                context.getBeanProvider(ApplicationRunner.class).orderedStream().toList()) {
            runner.run(none);
        }
    }

    static void logIn(String user, String... authorities) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        user, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    static List<UploadedLine> unitLines(String csv) {
        try {
            return UploadedTable.read(
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                    UnitLines.COLUMNS,
                    UnitLines.OPTIONAL_COLUMNS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static UnitTree demoTree() {
        try (var units = OrganisationContext.class.getResourceAsStream("/demo/units.csv")) {
            var lines = UploadedTable.read(units, UnitLines.COLUMNS, UnitLines.OPTIONAL_COLUMNS);
            return UnitLines.check(lines, new UnitTree(List.of())).after();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Empties the tables that this room fills, which is much faster than a new schema of the engine. */
    static void empty(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        for (var table : FILLED) {
            jdbc.update("delete from " + table);
        }
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProcessEngineFactoryBean processEngine(
            DataSource source, PlatformTransactionManager transactions, ApplicationContext context) {
        var engine = new SpringProcessEngineConfiguration();
        engine.setApplicationContext(context);
        engine.setProcessEngineName(UUID.randomUUID().toString());
        engine.setDataSource(source);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setHistory("none");
        engine.setMetricsEnabled(false);
        engine.setAuthorizationEnabled(true);
        engine.setQueryMaxResultsLimit(100);
        engine.setUserResourceWhitelistPattern("[A-Za-z0-9._-]+");
        engine.setGroupResourceWhitelistPattern("[A-Za-z0-9._-]+");
        engine.setTenantResourceWhitelistPattern("[A-Za-z0-9._-]+");
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }
}
