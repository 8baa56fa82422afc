package io.duban.endtoend;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation of the time before papers and ledger keeps everything; ledger and numbers go on from what was there. */
class UpgradeTest {

    @Test
    void anOfficeOfBeforePapersAndLedgerKeepsEverything() throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
        new Upgrade(new EarlierInstallation(new DriverManagerDataSource(url, "duban", "duban"), "h2"))
                .keepsEverything(() -> Installation.on(
                        "demo", "--spring.datasource.url=" + url, "--duban.papers.office-home=/no/office"));
    }
}
