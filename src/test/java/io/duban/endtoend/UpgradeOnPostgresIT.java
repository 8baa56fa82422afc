package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.budget.Postgres;
import org.junit.jupiter.api.Test;

/** The same upgrade on PostgreSQL, with its triggers and the statements only it has. */
class UpgradeOnPostgresIT {

    @Test
    void anOfficeOfBeforePapersAndLedgerKeepsEverything() throws Exception {
        Postgres postgres = Postgres.empty();
        EarlierInstallation office = new EarlierInstallation(postgres.database(), "postgresql");
        new Upgrade(office)
                .keepsEverything(() -> Installation.on(
                        "postgres,demo",
                        "--spring.datasource.url=" + postgres.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--duban.papers.office-home=/no/office"));
        assertThatThrownBy(() -> office.jdbc().update("delete from ledger_entry where order_id = 'o3'"))
                .as("what took the drafts out has left the ledger as closed as it was")
                .hasMessageContaining("append-only");
    }
}
