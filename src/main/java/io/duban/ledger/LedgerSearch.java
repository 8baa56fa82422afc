package io.duban.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lines as pages and as a stream, the newest month of issue first: by month and number, which is a total order, and from
 * where the last page ended, so that the hundredth page costs what the first does.
 */
@Repository
class LedgerSearch {

    private static final String ORDER = " order by issue_month desc, id desc";
    private static final int FETCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    LedgerSearch(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(template.getDataSource());
        this.streaming.setFetchSize(FETCH);
    }

    /** Where a page ends. */
    record Place(String month, long id) {

        @Override
        public String toString() {
            return month + "." + id;
        }
    }

    /** The lines after a place, at most {@code limit}; each province and district of the scope by its own index. */
    List<LedgerLine> page(Asked asked, @Nullable Place after, int limit) {
        List<Object> values = new ArrayList<>();
        List<String> parts = Stream.concat(
                        asked.scope().provinces().stream().sorted().map(code -> new Where("province_unit", code)),
                        asked.scope().districts().stream().sorted().map(code -> new Where("district_unit", code)))
                .map(where -> part(asked, where, after, limit, values))
                .toList();
        if (parts.size() == 1) {
            return lines(parts.get(0), values);
        }
        String union = parts.stream()
                .map(part -> "select * from (" + part + ") part")
                .collect(java.util.stream.Collectors.joining(" union all "));
        values.add(limit);
        return lines("select * from (" + union + ") parts" + ORDER + " fetch first ? rows only", values);
    }

    private record Where(String column, String code) {}

    private static String part(Asked asked, Where where, @Nullable Place after, int limit, List<Object> values) {
        Criteria criteria = asked.criteria().and(where.column() + " = ?", where.code());
        if (after != null) {
            criteria.and("(issue_month, id) < (?, ?)", after.month(), after.id());
        }
        values.addAll(criteria.values());
        values.add(limit);
        return "select " + LedgerLines.COLUMNS + " from ledger_line where " + criteria.sql() + ORDER
                + " fetch first ? rows only";
    }

    private List<LedgerLine> lines(String sql, List<Object> values) {
        return jdbc.sql(sql)
                .params(values)
                .query((row, n) -> LedgerLines.line(row))
                .list();
    }

    /** Every line there is, one after the other; within a transaction PostgreSQL sends them in parcels. */
    void all(Asked asked, Consumer<LedgerLine> each) {
        Criteria criteria = asked.criteria().anywhere(asked.scope());
        streaming.query(
                "select " + LedgerLines.COLUMNS + " from ledger_line where " + criteria.sql() + ORDER,
                row -> {
                    each.accept(LedgerLines.line(row));
                },
                criteria.values().toArray());
    }
}
