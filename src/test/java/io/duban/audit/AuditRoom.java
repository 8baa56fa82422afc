package io.duban.audit;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail alone, on a database of its own with real transactions. */
final class AuditRoom {

    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final AuditTrail trail;
    final AuditSeals seals;
    final AuditVerification verification;

    AuditRoom(DataSource source, String... locations) {
        Flyway.configure().dataSource(source).locations(locations).load().migrate();
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        trail = new AuditTrail(JdbcClient.create(jdbc), source, Clock.systemUTC());
        seals = new AuditSeals(jdbc, Clock.systemUTC());
        verification = new AuditVerification(jdbc, seals);
    }

    static AuditRoom onH2() {
        return new AuditRoom(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""),
                "classpath:db/migration");
    }

    void says(String caseId, String... sentences) {
        transaction.executeWithoutResult(open -> {
            for (String sentence : sentences) {
                trail.record(caseId, "SAID", sentence);
            }
        });
    }

    void seal() {
        transaction.executeWithoutResult(open -> seals.seal());
    }

    AuditVerification.Report verified() {
        return verification.verify();
    }
}
