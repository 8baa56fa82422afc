package io.duban.budget;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A PostgreSQL of its own for the tests of a class that fill it with many copies of real rows. It ends with the process,
 * so the class closes its application before: one that is still open then waits half a minute for its database.
 */
final class LargeDatabase {

    private final EmbeddedPostgres postgres;

    private LargeDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static LargeDatabase start() {
        try {
            return new LargeDatabase(EmbeddedPostgres.start());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Puts the application on it. */
    void serve(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
