package io.duban.endtoend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Every row of every table of ours and of the engine's running and historic tables, to see whether anything changed. */
final class Footprint {

    private Footprint() {}

    /** The sorted rows by table. */
    static Map<String, List<String>> of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : tables(connection)) {
                rows.put(table, rows(connection, table));
            }
            return rows;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String schema = String.valueOf(tables.getString("TABLE_SCHEM")).toLowerCase(Locale.ROOT);
                boolean counts = name.startsWith("act_ru_") || name.startsWith("act_hi_") || !name.startsWith("act_");
                if (schema.equals("public") && counts && !name.startsWith("flyway")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(result.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
