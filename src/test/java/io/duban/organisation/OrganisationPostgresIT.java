package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.budget.Postgres;
import io.duban.engine.Accounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class OrganisationPostgresIT {

    @Test
    void the_demo_starts_twice_on_postgresql_and_changes_nothing_the_second_time() throws Exception {
        var database = EngineDatabase.on(Postgres.empty().database());
        try (var context = OrganisationContext.open(database, true)) {
            OrganisationContext.start(context);
            var first = rows(database);
            OrganisationContext.start(context);
            assertThat(rows(database)).isEqualTo(first).contains(113, 315);
            assertThat(context.getBean(Organisations.class).jurisdiction("310000"))
                    .hasSize(16);
            assertThat(context.getBean(Accounts.class).tenantsOf("inspector.310000"))
                    .hasSize(17);
        } finally {
            database.close();
        }
    }

    private static List<Integer> rows(EngineDatabase database) {
        var jdbc = new JdbcTemplate(database.source());
        return EngineDatabase.FILLED.stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }
}
