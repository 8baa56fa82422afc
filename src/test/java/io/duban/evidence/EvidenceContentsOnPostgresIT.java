package io.duban.evidence;

import io.duban.budget.Postgres;
import javax.sql.DataSource;

/** The same on a real PostgreSQL. */
class EvidenceContentsOnPostgresIT extends EvidenceContentsTest {

    @Override
    DataSource database() {
        return Postgres.empty().database();
    }
}
