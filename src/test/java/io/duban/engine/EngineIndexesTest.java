package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;

class EngineIndexesTest {

    private final ProcessEngine engine = SmallEngine.start();
    private final javax.sql.DataSource database =
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDataSource();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theIndexesAreMadeOnceHoweverOftenTheApplicationStarts() {
        for (int start = 0; start < 3; start++) {
            new EngineIndexes(database, engine).run(new DefaultApplicationArguments());
        }

        assertThat(indexes())
                .contains("DUBAN_JOB_DUE", "DUBAN_TASK_DUE", "DUBAN_IDENTITY_LINK_GROUP")
                .doesNotHaveDuplicates();
        assertThat(new JdbcTemplate(database)
                        .queryForObject(
                                "select count(*) from \"flyway_engine_history\" where \"version\" = '1' and \"success\"",
                                Integer.class))
                .as("run once, in a history of their own")
                .isEqualTo(1);
    }

    private List<String> indexes() {
        return new JdbcTemplate(database)
                .queryForList(
                        "select index_name from information_schema.indexes where index_name like 'DUBAN%'",
                        String.class);
    }
}
