package io.duban.ledger;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The roll-up: how many lines there are of each sort, kept by adding what came and taking off what went; once for all
 * months together and once for each month of issue, which is many times as long.
 */
@Repository
class LedgerSums {

    private static final String WHERE = " where kind=? and province_unit=? and district_unit=? and issue_month=?"
            + " and instrument=? and category=? and phase=? and state=? and due=? and late=? and relapsed=?";

    private final JdbcTemplate jdbc;

    LedgerSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the differences; called by one fold at a time. */
    void add(Map<SumKey, Long> differences) {
        add("ledger_month_sum", differences);
        Map<SumKey, Long> together = new HashMap<>();
        differences.forEach((key, n) -> together.merge(key.ofAllMonths(), n, Long::sum));
        add("ledger_sum", together);
    }

    private void add(String table, Map<SumKey, Long> differences) {
        List<Map.Entry<SumKey, Long>> all = differences.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        int[] found = jdbc.batchUpdate(
                "update " + table + " set n = n + ?" + WHERE,
                all.stream().map(each -> values(each.getValue(), each.getKey())).toList());
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                missing.add(values(all.get(i).getValue(), all.get(i).getKey()));
            }
        }
        jdbc.batchUpdate(
                "insert into " + table
                        + " (n, kind, province_unit, district_unit, issue_month, instrument, category, phase,"
                        + " state, due, late, relapsed) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                missing);
        jdbc.batchUpdate(
                "delete from " + table + " where n = ? and" + WHERE.substring(" where".length()),
                all.stream()
                        .filter(each -> each.getValue() < 0)
                        .map(each -> values(0, each.getKey()))
                        .toList());
    }

    private static Object[] values(long n, SumKey key) {
        return new Object[] {
            n,
            key.kind().name(),
            key.provinceUnit(),
            key.districtUnit(),
            key.month(),
            key.instrument(),
            key.category(),
            key.phase().name(),
            key.state(),
            Date.valueOf(key.due()),
            key.late(),
            key.relapsed()
        };
    }
}
