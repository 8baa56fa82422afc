package io.duban.evidence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** The same on a real PostgreSQL. */
class EvidenceContentsOnPostgresIT extends EvidenceContentsTest {

    private EmbeddedPostgres postgres;

    @Override
    DataSource database() throws IOException {
        postgres = EmbeddedPostgres.start();
        return postgres.getPostgresDatabase();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }
}
