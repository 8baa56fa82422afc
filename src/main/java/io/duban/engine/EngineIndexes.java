package io.duban.engine;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Adds the indexes the engine's own tables lack (timer acquisition, task pages). They have a migration history of their
 * own because the engine's tables come after ours.
 */
@Component
@Order(1)
class EngineIndexes implements ApplicationRunner {

    private final DataSource dataSource;

    EngineIndexes(DataSource dataSource, ProcessEngine engineHasMadeItsTables) {
        this.dataSource = dataSource;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Flyway.configure()
                .dataSource(dataSource)
                .table("flyway_engine_history")
                .locations("classpath:db/engine/" + vendor())
                .failOnMissingLocations(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private String vendor() {
        try {
            String url = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
            return DatabaseDriver.fromJdbcUrl(url).getId();
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("the database does not say what it is", unreachable);
        }
    }
}
