package io.duban.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.budget.RoundTrips.Trip;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks PostgreSQL how many buffers a statement that was counted touches when it is run again with its parameters. */
final class Plans {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Plans(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The shared buffers hit and read by all queries of the tally. */
    int buffers(Tally tally) {
        return tally.trips().stream()
                .filter(trip ->
                        trip.sql().strip().toLowerCase(java.util.Locale.ROOT).startsWith("select"))
                .mapToInt(this::buffers)
                .sum();
    }

    private int buffers(Trip trip) {
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
            JsonNode top = json.readTree(plan).path(0).path("Plan");
            return top.path("Shared Hit Blocks").asInt()
                    + top.path("Shared Read Blocks").asInt();
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
