package io.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The figures of a reader who stands above every province: as many districts as there are, none left out. */
class LedgerFiguresTest {

    /** More than there are districts, counties and banners in the country. */
    private static final int DISTRICTS = 3000;

    @Test
    void theFiguresOfAllDistrictsOfTheCountryAddUpToTheTotal() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into ledger_sum (kind, province_unit, district_unit, instrument, category, phase, state,"
                        + " issue_month, due, late, relapsed, n) select 'PROBLEM', cast(mod(x, 31) as varchar),"
                        + " cast(100000 + x as varchar), 'KEY_ISSUE_ORDER', 'KEY_CLASSES',"
                        + " case mod(x, 2) when 0 then 'OPEN' else 'DONE' end, 'RECTIFYING', '',"
                        + " date '2026-12-01', false, false, 1 + mod(x, 7) from system_range(1, " + DISTRICTS + ")")
                .update();
        LedgerScope country = new LedgerScope(
                Set.copyOf(jdbc.sql("select distinct province_unit from ledger_sum")
                        .query(String.class)
                        .list()),
                Set.of());
        Asked asked = new Asked(Wanted.all(EntryKind.PROBLEM), country, null, LocalDate.of(2026, 11, 22));
        LedgerFigures figures = new LedgerFigures(jdbc);

        Map<String, Counts> districts = figures.by("district_unit", asked);

        Counts total = figures.total(asked);
        assertThat(districts).hasSize(DISTRICTS);
        assertThat(sum(districts, Phase.OPEN)).isEqualTo(total.of(Phase.OPEN)).isPositive();
        assertThat(sum(districts, Phase.DONE)).isEqualTo(total.of(Phase.DONE)).isPositive();
        assertThat(districts.values().stream().mapToLong(Counts::existing).sum())
                .isEqualTo(total.existing())
                .isEqualTo(total.all());
    }

    private static long sum(Map<String, Counts> districts, Phase phase) {
        return districts.values().stream().mapToLong(each -> each.of(phase)).sum();
    }
}
