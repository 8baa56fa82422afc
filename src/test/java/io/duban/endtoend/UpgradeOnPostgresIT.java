package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

/** The same upgrade on PostgreSQL, with its triggers and the statements only it has. */
class UpgradeOnPostgresIT {

    @Test
    void anOfficeOfBeforePapersAndLedgerKeepsEverything() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            EarlierInstallation office = new EarlierInstallation(postgres.getPostgresDatabase(), "postgresql");
            new Upgrade(office)
                    .keepsEverything(() -> Installation.on(
                            "postgres,demo",
                            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.password=postgres",
                            "--duban.papers.office-home=/no/office"));
            assertThatThrownBy(() -> office.jdbc().update("delete from ledger_entry where order_id = 'o3'"))
                    .as("what took the drafts out has left the ledger as closed as it was")
                    .hasMessageContaining("append-only");
        }
    }
}
