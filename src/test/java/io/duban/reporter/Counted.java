package io.duban.reporter;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the statements that reach the database. */
final class Counted {

    private final AtomicInteger statements = new AtomicInteger();

    JdbcClient over(DataSource source) {
        return JdbcClient.create(ProxyDataSourceBuilder.create(source)
                .afterQuery((run, queries) -> statements.addAndGet(queries.size()))
                .build());
    }

    int statements() {
        return statements.get();
    }

    void forget() {
        statements.set(0);
    }
}
