package io.duban.order;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

/** PostgreSQL aborts a transaction at the first failed insert; who is second must not notice. */
class OrderNumbersOnPostgresIT {

    @Test
    void twoFirstSigningsOfAYearGetTheFirstTwoNumbers() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            OrderNumbersTest.firstSignings(postgres.getPostgresDatabase());
        }
    }
}
