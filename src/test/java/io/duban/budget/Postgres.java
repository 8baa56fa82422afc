package io.duban.budget;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An empty database for a test that needs a real PostgreSQL. One server serves all tests of a process and ends with it: to
 * start one costs more than most of these tests do. An application on it is closed before, or it waits half a minute for
 * its database.
 */
public final class Postgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final String name;

    private Postgres(EmbeddedPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    public static Postgres empty() {
        EmbeddedPostgres server = Server.RUNNING;
        String name = "duban_" + DATABASES.incrementAndGet();
        new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
        return new Postgres(server, name);
    }

    public DataSource database() {
        return server.getDatabase("postgres", name);
    }

    public String url() {
        return server.getJdbcUrl("postgres", name);
    }

    /** Puts an application on it. */
    void serve(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", this::url);
        properties.add("spring.datasource.username", () -> "postgres");
    }

    /** Started when the first test asks. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
