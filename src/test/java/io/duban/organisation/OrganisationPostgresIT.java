package io.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.engine.Accounts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class OrganisationPostgresIT {

    @Test
    void the_demo_starts_twice_on_postgresql_and_changes_nothing_the_second_time() throws Exception {
        try (var postgres = start()) {
            var source = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(source).target("2").load().migrate();
            try (var context = OrganisationContext.open(source, true)) {
                OrganisationContext.start(context);
                OrganisationContext.start(context);
                assertThat(context.getBean(Organisations.class).jurisdiction("310000"))
                        .hasSize(16);
                assertThat(context.getBean(Accounts.class).tenantsOf("inspector.310000"))
                        .hasSize(16);
            }
        }
    }

    private static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder().start();
    }
}
