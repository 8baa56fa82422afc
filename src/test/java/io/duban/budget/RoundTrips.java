package io.duban.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts what goes to the database and back while some work is done: each JDBC execute is one round trip, a batch too.
 * Only the thread that does the work is counted.
 */
final class RoundTrips implements QueryExecutionListener, MethodExecutionListener {

    private final ThreadLocal<List<Trip>> recording = new ThreadLocal<>();
    private final Set<String> written = new HashSet<>();

    /** One JDBC execute, or a commit that made something durable. */
    record Trip(
            String sql, int statements, int rowsUpdated, boolean writeCommit, List<ParameterSetOperation> parameters) {

        static final Trip COMMIT = new Trip("commit", 0, 0, true, List.of());
    }

    /** The data source to give to whoever is to be counted. */
    DataSource counting(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .listener(this)
                .methodListener(this)
                .build();
    }

    /** Does the work and answers what it cost. */
    Tally during(Runnable work) {
        List<Trip> trips = new ArrayList<>();
        recording.set(trips);
        try {
            work.run();
        } finally {
            recording.remove();
        }
        return new Tally(List.copyOf(trips));
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // counted when it has answered
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        List<Trip> trips = recording.get();
        if (trips == null) {
            return;
        }
        String sql = queries.isEmpty() ? "" : queries.get(0).getQuery();
        String verb = sql.strip().toLowerCase(Locale.ROOT);
        int rows = isRead(verb) ? 0 : rows(execution);
        boolean onItsOwn = rows > 0 && isAutoCommit(execution);
        trips.add(new Trip(
                sql,
                execution.isBatch() ? Math.max(1, execution.getBatchSize()) : 1,
                verb.startsWith("update") ? rows : 0,
                onItsOwn,
                parameters(queries)));
        if (rows > 0 && !onItsOwn) {
            written.add(execution.getConnectionId());
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        // counted when it has answered
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (!(call.getTarget() instanceof Connection)) {
            return;
        }
        String name = call.getMethod().getName();
        if (!"commit".equals(name) && !"rollback".equals(name)) {
            return;
        }
        boolean wrote = written.remove(call.getConnectionInfo().getConnectionId());
        List<Trip> trips = recording.get();
        if (wrote && trips != null && "commit".equals(name)) {
            trips.add(Trip.COMMIT);
        }
    }

    private static List<ParameterSetOperation> parameters(List<QueryInfo> queries) {
        return queries.isEmpty() || queries.get(0).getParametersList().isEmpty()
                ? List.of()
                : List.copyOf(queries.get(0).getParametersList().get(0));
    }

    private static boolean isRead(String verb) {
        return verb.startsWith("select") || verb.startsWith("with") || verb.startsWith("explain");
    }

    private static int rows(ExecutionInfo execution) {
        try {
            if (execution.getResult() instanceof int[] each) {
                int all = 0;
                for (int rows : each) {
                    all += Math.max(0, rows);
                }
                return all;
            }
            return Math.max(0, execution.getStatement().getUpdateCount());
        } catch (SQLException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static boolean isAutoCommit(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
