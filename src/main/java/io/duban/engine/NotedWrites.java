package io.duban.engine;

import java.util.Collection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The way to our tables, which notes of every request that it has written: one that only read has changed nothing. */
@Component
class NotedWrites extends JdbcTemplate {

    NotedWrites(DataSource source) {
        super(source);
    }

    @Override
    public int update(String sql) {
        RequestThread.writes();
        return super.update(sql);
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter values) {
        RequestThread.writes();
        return super.update(statement, values);
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        RequestThread.writes();
        return super.update(statement, keys);
    }

    @Override
    public int[] batchUpdate(String... statements) {
        RequestThread.writes();
        return super.batchUpdate(statements);
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter values) {
        RequestThread.writes();
        return super.batchUpdate(sql, values);
    }

    @Override
    public <T> int[][] batchUpdate(
            String sql, Collection<T> rows, int size, ParameterizedPreparedStatementSetter<T> values) {
        RequestThread.writes();
        return super.batchUpdate(sql, rows, size, values);
    }
}
