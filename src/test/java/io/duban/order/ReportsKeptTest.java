package io.duban.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reports of the time before their submission and review had tables of their own are found there afterwards. */
class ReportsKeptTest {

    @Test
    void whatWasReportedAndReviewedBeforeIsKept() {
        keptOn(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static void keptOn(DataSource source) {
        Flyway.configure().dataSource(source).target("6").load().migrate();
        var jdbc = new JdbcTemplate(source);
        jdbc.update("insert into supervision_order (id, instrument, title, state, issuer_unit, addressee_unit,"
                + " accused_unit, district_unit, masked, drafter, drafted_at, responsible, deemed_delivered,"
                + " report_returns, reminders, interest_severe, impact_bad, version) values ('o1', 'KEY_ISSUE_ORDER', '题',"
                + " 'UNDER_REVIEW', '310000', '310104', '310104T001', '310104', true, 'a', current_timestamp, '区长',"
                + " false, 1, 0, false, false, 3)");
        String insert = "insert into investigation_report (order_id, version, facts, investigator, reported_by,"
                + " reported_at, missing, substantiation, review_note, reviewer) values ('o1', ?, '事实', 'team', ?,"
                + " current_timestamp, ?, ?, ?, ?)";
        jdbc.update(insert, 1, "gov", "原因分析", "SUBSTANTIATED", "请补充", "office");
        jdbc.update(insert, 2, "gov", null, null, null, null);
        jdbc.update("insert into investigation_report (order_id, version, investigator) values ('o1', 3, 'team')");

        Flyway.configure().dataSource(source).load().migrate();

        var reports = new ReportRepository(JdbcClient.create(source));
        assertThat(reports.signerOf("o1")).contains("区长");
        assertThat(reports.newest("o1").orElseThrow().reportedBy()).isNull();
        assertThat(jdbc.queryForList("select version from report_submission order by version", Integer.class))
                .containsExactly(1, 2);
        assertThat(jdbc.queryForList("select missing from report_review", String.class))
                .containsExactly("原因分析");
    }
}
