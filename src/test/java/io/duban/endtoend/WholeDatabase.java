package io.duban.endtoend;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Looks for canaries in every column of every table of every schema, ours, the engine's and the database's own. */
final class WholeDatabase {

    private WholeDatabase() {}

    /** {@code schema.table.column: canary} for each hit. */
    static Set<String> scan(DataSource source, CanarySearch search) {
        try (Connection connection = source.getConnection()) {
            Set<String> hits = new TreeSet<>();
            for (String table : tables(connection)) {
                scan(connection, table, search, hits);
            }
            return hits;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Set<String> tables(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return tables(connection);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (var statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("select table_schema, table_name from information_schema.tables")) {
            while (tables.next()) {
                names.add("\"" + tables.getString(1) + "\".\"" + tables.getString(2) + "\"");
            }
        }
        return names;
    }

    private static void scan(Connection connection, String table, CanarySearch search, Set<String> hits)
            throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    for (String canary : found(rows.getObject(i), search)) {
                        hits.add((table + "." + rows.getMetaData().getColumnName(i))
                                        .replace("\"", "")
                                        .toLowerCase(Locale.ROOT)
                                + ": " + canary);
                    }
                }
            }
        }
    }

    private static Set<String> found(Object value, CanarySearch search) throws SQLException {
        if (value instanceof byte[] bytes) {
            return search.in(bytes);
        }
        if (value instanceof Blob blob) {
            return search.in(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return search.in(clob.getSubString(1, (int) clob.length()));
        }
        if (value instanceof Array array) {
            return search.in(java.util.Arrays.deepToString((Object[]) array.getArray()));
        }
        return value == null ? Set.of() : search.in(value.toString());
    }
}
