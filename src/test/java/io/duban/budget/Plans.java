package io.duban.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.budget.RoundTrips.Trip;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks PostgreSQL what a statement that was counted costs when it is run again with its parameters: the buffers it touches,
 * and the rows it processes, since a plan may go over the same few buffers again and again.
 */
final class Plans {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Plans(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The shared buffers hit and read by all queries of the tally. */
    int buffers(Tally tally) {
        return (int) sum(
                tally,
                top -> top.path("Shared Hit Blocks").asLong()
                        + top.path("Shared Read Blocks").asLong());
    }

    /** The rows that come out of all steps of all queries of the tally, and those the steps looked at and dropped. */
    long rows(Tally tally) {
        return sum(tally, Plans::rows);
    }

    private static long rows(JsonNode step) {
        long each = Stream.of(
                        "Actual Rows",
                        "Rows Removed by Filter",
                        "Rows Removed by Join Filter",
                        "Rows Removed by Index Recheck")
                .mapToLong(name -> step.path(name).asLong())
                .sum();
        long below = 0;
        for (JsonNode child : step.path("Plans")) {
            below += rows(child);
        }
        return each * step.path("Actual Loops").asLong() + below;
    }

    private long sum(Tally tally, ToLongFunction<JsonNode> figure) {
        return tally.trips().stream()
                .filter(trip ->
                        trip.sql().strip().toLowerCase(java.util.Locale.ROOT).startsWith("select"))
                .map(this::plan)
                .mapToLong(figure)
                .sum();
    }

    private JsonNode plan(Trip trip) {
        String plan = jdbc.query(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement("explain (analyze, buffers, format json) " + trip.sql());
                    trip.parameters().forEach(parameter -> set(statement, parameter));
                    return statement;
                },
                rows -> {
                    rows.next();
                    return rows.getString(1);
                });
        try {
            return json.readTree(plan).path(0).path("Plan");
        } catch (IOException unreadable) {
            throw new IllegalStateException(plan, unreadable);
        }
    }

    private static void set(PreparedStatement statement, ParameterSetOperation parameter) {
        try {
            parameter.getMethod().invoke(statement, parameter.getArgs());
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes many rows of one: all columns as they are but those for which an expression over {@code n} is given. */
    void copy(String table, String where, int times, java.util.Map<String, String> changed) throws SQLException {
        var columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table);
        String values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column))
                .collect(java.util.stream.Collectors.joining(", "));
        jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from (select * from " + table + " where " + where + " limit 1) t, generate_series(1, " + times
                + ") n");
        jdbc.execute("analyze " + table);
    }
}
