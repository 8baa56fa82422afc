package io.duban.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One step of a case as somebody typed it before entries were kept.
 *
 * @param fields by the keys of the form; a list as its rows
 */
record EarlierText(Place place, String person, Instant at, Map<String, Object> fields) {

    private static final List<String> WHERE_AND_WHO =
            List.of("case_id", "subject_id", "person", "at", "round", "version");

    /** What a query of {@code earlier-texts.sql} finds; rows of a list that were typed together are one text. */
    static List<EarlierText> found(JdbcClient jdbc, String query) {
        List<EarlierText> texts = new ArrayList<>();
        jdbc.sql(query).query(row -> {
            EarlierText next = of(row);
            EarlierText last = texts.isEmpty() ? null : texts.get(texts.size() - 1);
            Map<String, Map<String, Object>> lists = rowOf(row);
            if (last != null && !lists.isEmpty() && last.isTypedWith(next)) {
                lists.forEach((list, fields) -> last.rows(list).add(fields));
            } else if (!next.fields().isEmpty()) {
                texts.add(next);
            }
        });
        return texts;
    }

    private boolean isTypedWith(EarlierText other) {
        return place.equals(other.place) && person.equals(other.person) && at.equals(other.at);
    }

    @SuppressWarnings("unchecked")
    private List<Object> rows(String list) {
        return (List<Object>) fields.computeIfAbsent(list, each -> new ArrayList<>());
    }

    private static EarlierText of(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        columns(row).forEach((name, value) -> {
            if (!name.contains(".")) {
                fields.put(name, value);
            }
        });
        rowOf(row).forEach((list, values) -> fields.put(list, new ArrayList<>(List.of(values))));
        return new EarlierText(
                new Place(row.getString("case_id"), row.getString("subject_id")),
                row.getString("person"),
                row.getTimestamp("at").toInstant(),
                fields);
    }

    /** By list the fields of the one row of it that this row of the query holds. */
    private static Map<String, Map<String, Object>> rowOf(ResultSet row) throws SQLException {
        Map<String, Map<String, Object>> lists = new LinkedHashMap<>();
        columns(row).forEach((name, value) -> {
            int point = name.indexOf('.');
            if (point > 0) {
                lists.computeIfAbsent(name.substring(0, point), each -> new LinkedHashMap<>())
                        .put(name.substring(point + 1), value);
            }
        });
        return lists;
    }

    /** What was typed into the fields; nothing where nothing was. */
    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        var about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String name = about.getColumnLabel(i);
            Object value = row.getObject(i);
            if (!WHERE_AND_WHO.contains(name.toLowerCase(Locale.ROOT))
                    && value != null
                    && !value.toString().isBlank()) {
                columns.put(name, value instanceof Boolean || value instanceof Number ? value : value.toString());
            }
        }
        return columns;
    }
}
