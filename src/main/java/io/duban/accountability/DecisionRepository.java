package io.duban.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of decisions, chosen sanctions, deliveries and filings (审定、印发、归档). */
@Repository
class DecisionRepository {

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Accountability accountability, AccountabilityDecision decision, Acted by) {
        jdbc.sql("insert into accountability_decision (accountability_id, round_no, outcome, reason, basic_facts,"
                        + " accountability_facts, legal_basis, effective_date, acted_by, acted_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        accountability.id(),
                        accountability.round(),
                        decision.outcome().name(),
                        decision.reason(),
                        decision.basicFacts(),
                        decision.accountabilityFacts(),
                        decision.legalBasis(),
                        decision.effectiveDate(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    void add(Subject subject, List<Sanction> sanctions) {
        for (int i = 0; i < sanctions.size(); i++) {
            jdbc.sql("insert into accountability_sanction (subject_id, position_no, sanction) values (?, ?, ?)")
                    .params(subject.id(), i, sanctions.get(i).name())
                    .update();
        }
    }

    List<Sanction> sanctions(Subject subject) {
        return jdbc.sql("select sanction from accountability_sanction where subject_id = ? order by position_no")
                .param(subject.id())
                .query((row, n) -> Sanction.valueOf(row.getString("sanction")))
                .list();
    }

    /** The decision of one round; its sanctions stand with the subjects. */
    Optional<AccountabilityDecision> decision(String id, int round) {
        return jdbc.sql("select * from accountability_decision where accountability_id = ? and round_no = ?")
                .params(id, round)
                .query((row, n) -> new AccountabilityDecision(
                        DecisionOutcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        row.getString("basic_facts"),
                        row.getString("accountability_facts"),
                        row.getString("legal_basis"),
                        List.of(),
                        row.getObject("effective_date", LocalDate.class)))
                .optional();
    }

    /** When the decision of this round was made. */
    Optional<Instant> decidedAt(String id, int round) {
        return jdbc.sql("select acted_at from accountability_decision where accountability_id = ? and round_no = ?")
                .params(id, round)
                .query((row, n) -> row.getTimestamp("acted_at").toInstant())
                .optional();
    }

    void add(String id, DecisionDelivery delivery, Acted by) {
        jdbc.sql("insert into accountability_delivery (accountability_id, delivered_on, way, recipients, acted_by,"
                        + " acted_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        delivery.deliveredOn(),
                        delivery.way().name(),
                        delivery.recipients(),
                        by.person(),
                        by.timestamp())
                .update();
    }

    Optional<DecisionDelivery> delivery(String id) {
        return jdbc.sql("select delivered_on, way, recipients from accountability_delivery where accountability_id = ?")
                .param(id)
                .query((row, n) -> new DecisionDelivery(
                        row.getObject("delivered_on", LocalDate.class),
                        NotificationWay.valueOf(row.getString("way")),
                        row.getString("recipients")))
                .optional();
    }

    void add(String id, Filing filing, Acted by) {
        jdbc.sql("insert into accountability_filing (accountability_id, filing_number, higher_office, filed_on,"
                        + " acted_by, acted_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, filing.filingNumber(), filing.higherOffice(), filing.filedOn(), by.person(), by.timestamp())
                .update();
    }

    Optional<Filing> filing(String id) {
        return jdbc.sql("select * from accountability_filing where accountability_id = ?")
                .param(id)
                .query((row, n) -> new Filing(
                        row.getString("filing_number"),
                        row.getString("higher_office"),
                        row.getObject("filed_on", LocalDate.class)))
                .optional();
    }
}
