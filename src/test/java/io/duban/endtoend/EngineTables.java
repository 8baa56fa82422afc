package io.duban.endtoend;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Looks for canaries in every column of every table of the engine: as text, hex and base64, also inside bytes. */
public final class EngineTables {

    private EngineTables() {}

    /** Where a canary was found, e.g. {@code act_hi_varinst.text_}. */
    public record Hit(String column, String canary) {}

    /** The columns of the engine's tables that hold one of the canaries; empty is what one wants. */
    public static List<Hit> scanFor(DataSource dataSource, List<String> canaries) {
        try (Connection connection = dataSource.getConnection()) {
            List<Hit> hits = new ArrayList<>();
            List<Needle> needles = canaries.stream().map(Needle::of).toList();
            for (String table : tables(connection)) {
                scan(connection, table, needles, hits);
            }
            return hits.stream().distinct().toList();
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the engine's tables cannot be read", unreadable);
        }
    }

    private static TreeSet<String> tables(Connection connection) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("act_")) {
                    names.add(name);
                }
            }
        }
        if (names.size() < 40) {
            throw new IllegalStateException("these are not the engine's tables: " + names);
        }
        return names;
    }

    private static void scan(Connection connection, String table, List<Needle> needles, List<Hit> hits)
            throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    String text = text(rows, i);
                    String column =
                            table + "." + rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                    needles.stream()
                            .filter(needle -> needle.isIn(text))
                            .forEach(needle -> hits.add(new Hit(column, needle.canary())));
                }
            }
        }
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value instanceof java.sql.Blob blob) {
            return everyReading(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof byte[] bytes) {
            return everyReading(bytes);
        }
        return value == null ? "" : rows.getString(column);
    }

    private static String everyReading(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                + new String(bytes, StandardCharsets.UTF_16BE)
                + new String(bytes, StandardCharsets.UTF_16LE);
    }

    /** A canary and how it would look in hexadecimal and in base64. */
    private record Needle(String canary, String hex, List<String> base64) {

        static Needle of(String canary) {
            byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
            return new Needle(
                    canary,
                    HexFormat.of().formatHex(bytes),
                    IntStream.range(0, 3)
                            .mapToObj(offset -> insideBase64(bytes, offset))
                            .toList());
        }

        boolean isIn(String text) {
            return text.contains(canary)
                    || base64.stream().anyMatch(text::contains)
                    || text.toLowerCase(Locale.ROOT).contains(hex);
        }
    }

    /** What of the canary can be recognised in base64 when so many bytes stand before it in its group of three. */
    private static String insideBase64(byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length / 3 * 4;
        return encoded.substring(offset == 0 ? 0 : 4, whole);
    }
}
