package io.duban.organisation;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One database with our tables and one engine on it, shared by the tests of a class because an engine starts slowly. */
record EngineDatabase(DataSource source, DataSourceTransactionManager transactions, ProcessEngine engine) {

    static final List<String> FILLED = List.of(
            "act_id_tenant_member",
            "act_id_membership",
            "act_id_tenant",
            "act_id_group",
            "act_id_user",
            "act_ru_authorization",
            "audit_event",
            "unit");

    static EngineDatabase inMemory() {
        return on(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static EngineDatabase on(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        var transactions = new DataSourceTransactionManager(source);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setDataSource(source);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setHistory("none");
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setQueryMaxResultsLimit(100);
        configuration.setUserResourceWhitelistPattern("[A-Za-z0-9._-]+");
        configuration.setGroupResourceWhitelistPattern("[A-Za-z0-9._-]+");
        configuration.setTenantResourceWhitelistPattern("[A-Za-z0-9._-]+");
        return new EngineDatabase(source, transactions, configuration.buildProcessEngine());
    }

    /** Empties the tables that this room fills. */
    void empty() {
        var jdbc = new JdbcTemplate(source);
        FILLED.forEach(table -> jdbc.update("delete from " + table));
    }

    void close() {
        engine.close();
    }
}
