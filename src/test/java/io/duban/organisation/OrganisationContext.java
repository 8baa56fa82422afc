package io.duban.organisation;

import io.duban.audit.AuditTrail;
import io.duban.engine.Accounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The room alone on an in-memory database: our tables, the engine's identity tables, one transaction manager. */
@TestConfiguration
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

    static AnnotationConfigApplicationContext open(EngineDatabase database, boolean demo, String... properties) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles(demo ? new String[] {"demo"} : new String[0]);
        TestPropertyValues.of(properties).applyTo(context);
        context.registerBean(DataSource.class, database::source);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(ProcessEngine.class, database::engine);
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
}
