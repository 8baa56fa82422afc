package io.duban.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

/** The same upgrade on PostgreSQL, with its triggers and the statements only it has. */
class UpgradeOnPostgresIT {

    @Test
    void anOfficeOfBeforePapersAndLedgerKeepsEverything() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            new Upgrade(new EarlierInstallation(postgres.getPostgresDatabase(), "postgresql"))
                    .keepsEverything(() -> Installation.on(
                            "postgres,demo",
                            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.password=postgres",
                            "--duban.papers.office-home=/no/office"));
        }
    }
}
