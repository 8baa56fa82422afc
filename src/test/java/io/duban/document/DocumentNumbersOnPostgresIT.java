package io.duban.document;

import com.zaxxer.hikari.HikariDataSource;
import io.duban.budget.Postgres;
import org.junit.jupiter.api.Test;

/** A thousand papers issued at once on PostgreSQL, the first of their year among them, and two series crosswise. */
class DocumentNumbersOnPostgresIT {

    @Test
    void aThousandPapersIssuedAtOnceGetTheNumbersFromOneToAThousand() throws Exception {
        try (var pool = pool()) {
            pool.setMaximumPoolSize(40);
            pool.setConnectionTimeout(120_000);
            try (var room = DocumentRoom.on(pool)) {
                DocumentNumbersTest.together(room, 1000, 32);
            }
        }
    }

    @Test
    void twoWhoTakeNumbersOfTheSameSeriesInOppositeOrderBothEnd() throws Exception {
        try (var pool = pool()) {
            try (var room = DocumentRoom.on(pool)) {
                DocumentNumbersTest.crosswise(room);
            }
        }
    }

    @Test
    void theFirstPapersOfAYearAreLaidOutTogetherAndTakenBackWithoutAGap() throws Exception {
        try (var pool = pool()) {
            pool.setMaximumPoolSize(22);
            try (var room = DocumentRoom.on(pool)) {
                DocumentNumbersTest.layingOutTogether(room, 20);
            }
        }
        try (var pool = pool()) {
            pool.setMaximumPoolSize(22);
            try (var room = DocumentRoom.on(pool)) {
                DocumentNumbersTest.someTakenBack(room, 40, 20);
            }
        }
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setDataSource(Postgres.empty().database());
        return pool;
    }
}
