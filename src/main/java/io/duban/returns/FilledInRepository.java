package io.duban.returns;

import io.duban.engine.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units have typed into 附件5; rows are only ever added, the last version counts. */
@Repository
class FilledInRepository {

    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");
    private static final String LATEST =
            "select t.* from annex_five t where t.period_from = :from and t.period_to = :to"
                    + " and t.version = (select max(l.version) from annex_five l where l.unit_code = t.unit_code"
                    + " and l.period_from = t.period_from and l.period_to = t.period_to)";

    private final JdbcClient jdbc;

    FilledInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the version unless somebody else has added it (409). */
    void add(FilledIn filled, ReturnPeriod period) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("unit_code", filled.unit());
        values.put("period_from", Date.valueOf(period.from()));
        values.put("period_to", Date.valueOf(period.to()));
        values.put("version", filled.version());
        values.put("filler", filled.typed().filler());
        values.put("phone", filled.typed().phone());
        filled.typed().numbers().forEach((cell, number) -> values.put(column(cell), number));
        TypedPart.explained()
                .forEach(figure -> values.put(
                        figure.key() + "_reason", filled.typed().reasons().get(figure)));
        for (int i = 1; i <= TypedPart.MAIN_PROBLEMS; i++) {
            String text = filled.typed().mainProblems().get(i - 1);
            values.put("main_problem_" + i, text.isEmpty() ? null : text);
        }
        values.put("filled_by", filled.filledBy());
        values.put("filled_at", Timestamp.from(filled.filledAt()));
        try {
            jdbc.sql("insert into annex_five (" + String.join(", ", values.keySet()) + ") values ("
                            + Stream.generate(() -> "?").limit(values.size()).collect(Collectors.joining(","))
                            + ")")
                    .params(new ArrayList<>(values.values()))
                    .update();
        } catch (DuplicateKeyException raced) {
            throw lostRace();
        }
    }

    static Refusal lostRace() {
        return Refusal.conflict(
                "lost-race",
                null,
                "他人刚刚保存过这张表，请刷新页面，在最新的内容上修改。",
                "Somebody else has saved this return; reload it and change what is there now.");
    }

    Optional<FilledIn> of(String unit, ReturnPeriod period) {
        return jdbc.sql(LATEST + " and t.unit_code = :unit")
                .param("unit", unit)
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .query(FilledInRepository::filled)
                .optional();
    }

    /** The last versions of all units for the period, by unit. */
    List<FilledIn> of(ReturnPeriod period) {
        return jdbc.sql(LATEST + " order by t.unit_code")
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .query(FilledInRepository::filled)
                .list();
    }

    private static FilledIn filled(ResultSet row, int n) throws SQLException {
        Map<CellKey, Integer> numbers = new LinkedHashMap<>();
        for (CellKey cell : TypedPart.cells()) {
            numbers.put(cell, row.getInt(column(cell)));
        }
        Map<Figure, String> reasons = new EnumMap<>(Figure.class);
        for (Figure figure : TypedPart.explained()) {
            String reason = row.getString(figure.key() + "_reason");
            if (reason != null) {
                reasons.put(figure, reason);
            }
        }
        List<String> problems = new ArrayList<>();
        for (int i = 1; i <= TypedPart.MAIN_PROBLEMS; i++) {
            String text = row.getString("main_problem_" + i);
            problems.add(text == null ? "" : text);
        }
        return new FilledIn(
                row.getString("unit_code"),
                row.getInt("version"),
                new TypedPart(row.getString("filler"), row.getString("phone"), numbers, reasons, problems),
                row.getString("filled_by"),
                row.getTimestamp("filled_at").toInstant());
    }

    /** {@code inspectorsPrimary} is kept in {@code inspectors_primary}. */
    private static String column(CellKey cell) {
        return CAPITAL.matcher(cell.figure().field(cell.column()))
                .replaceAll("_$1")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
