package io.duban.ledger;

import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Figures as sums over the roll-up. Lines of one school are few and the roll-up does not know schools, so those are summed
 * one by one.
 */
@Repository
class LedgerFigures {

    static final String MONTH = "issue_month";

    private final JdbcClient jdbc;

    LedgerFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts total(Asked asked) {
        return by("''", asked).values().stream().findFirst().orElseGet(() -> new Counts(Map.of(), Map.of(), 0, 0));
    }

    /**
     * The figures by the values of a column of ours, in their order; all of them, so that they add up to the total. There
     * are as many as districts, kinds of paper, categories or months.
     */
    Map<String, Counts> by(String column, Asked asked) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select ").append(column).append(" as sort");
        for (Phase each : Phase.values()) {
            sql.append(", sum(case when phase = '").append(each.name()).append("' then n else 0 end) as ");
            sql.append(each.name()).append("_PHASE");
        }
        for (Lateness each : Lateness.values()) {
            sql.append(", sum(case when ").append(condition(each, asked, values));
            sql.append(" then n else 0 end) as ").append(each.name()).append("_TERM");
        }
        sql.append(", sum(case when relapsed then n else 0 end) as relapsed_n")
                .append(", sum(case when phase = 'DONE' or relapsed then n else 0 end) as once_n from ");
        Criteria criteria = asked.criteria().anywhere(asked.scope());
        sql.append(table(column, asked)).append(" where ").append(criteria.sql());
        values.addAll(criteria.values());
        if (!"''".equals(column)) {
            sql.append(" group by ")
                    .append(column)
                    .append(" order by ")
                    .append(column)
                    .append(" desc");
        }
        Map<String, Counts> found = new LinkedHashMap<>();
        jdbc.sql(sql.toString()).params(values).query(row -> {
            found.put(row.getString("sort"), Counts.read(row));
        });
        return found;
    }

    private static String table(String column, Asked asked) {
        if (asked.accused() != null) {
            return "(select 1 as n, ledger_line.* from ledger_line) of_unit";
        }
        boolean months = MONTH.equals(column)
                || asked.wanted().from().isPresent()
                || asked.wanted().to().isPresent();
        return months ? "ledger_month_sum" : "ledger_sum";
    }

    private static String condition(Lateness sort, Asked asked, List<Object> values) {
        if (!sort.isOfOpenLines()) {
            return "late";
        }
        values.add(Date.valueOf(sort.from(asked.today())));
        values.add(Date.valueOf(sort.until(asked.today())));
        return "phase = 'OPEN' and due >= ? and due < ?";
    }
}
