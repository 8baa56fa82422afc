package io.duban.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * A commit returns when it is written, on both databases and whatever URL, role or server say: H2 would write up to half
 * a second later, PostgreSQL with {@code synchronous_commit = off} a moment later, and what was answered with success
 * in between would be gone with the process. Said to every connection of the pool, after the operator's own statements.
 */
@Component
final class DurableCommits implements BeanPostProcessor {

    private static final String H2 = "set write_delay 0";

    /** Stricter settings, which wait for a second server too, stay. */
    private static final String POSTGRESQL = "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') = 'off'";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            statement(pool.getJdbcUrl()).ifPresent(durable -> {
                String own = pool.getConnectionInitSql();
                pool.setConnectionInitSql(own == null || own.isBlank() ? durable : own + "; " + durable);
            });
        }
        return bean;
    }

    private static Optional<String> statement(@Nullable String url) {
        if (isFileOfH2(url)) {
            return Optional.of(H2);
        }
        return isPostgresql(url) ? Optional.of(POSTGRESQL) : Optional.empty();
    }

    /** Whether the database is H2 and has a file at all. */
    static boolean isFileOfH2(@Nullable String url) {
        return url != null && url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
    }

    static boolean isPostgresql(@Nullable String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }
}
