package io.duban.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * What the file of the embedded database (H2) needs besides {@link DurableCommits}: a commit that only the operating
 * system has seen would be gone with the machine's power, and without its late writer H2 never gives back the space of
 * what was overwritten. On any other database it does nothing.
 */
@Component
class EmbeddedDatabase implements TransactionExecutionListener {

    /** Below this share of live data, in per cent, the oldest part of the file is written anew. */
    private static final int FILLED = 80;

    private static final int BYTES_AT_A_TIME = 4 << 20;
    private static final int MOST_TIMES = 20;

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final boolean file;

    EmbeddedDatabase(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.file = source instanceof HikariDataSource pool && DurableCommits.isFileOfH2(pool.getJdbcUrl());
    }

    /** Within the connection of the transaction, before whoever asked for the work hears that it is done. */
    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (file && failure == null && !transaction.isReadOnly()) {
            jdbc.execute("checkpoint sync");
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void giveBackSpace() throws SQLException {
        if (!file) {
            return;
        }
        try (var connection = source.getConnection()) {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                compact(session.getDatabase().getStore().getMvStore());
            }
        }
    }

    private static void compact(MVStore store) {
        int times = 0;
        while (times < MOST_TIMES && store.compact(FILLED, BYTES_AT_A_TIME)) {
            times++;
        }
    }
}
