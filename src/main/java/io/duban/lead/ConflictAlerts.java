package io.duban.lead;

import io.duban.audit.AuditTrail;
import io.duban.engine.SignedIn;
import io.duban.order.RecusalAlarm;
import io.duban.order.SupervisionOrder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the alerts of the conflict lock (回避警示). An attempt is refused, and its transaction rolled back, so the alert is
 * written when that transaction is over, in one of its own: inside it would wait for locks the refused one still holds.
 */
@Repository
class ConflictAlerts implements RecusalAlarm {

    private static final String LEAD = "LEAD";
    private static final String ORDER = "ORDER";
    private static final String COLUMNS =
            "id, at, actor, person, attempt, case_kind, case_id, accused_unit, relation, office_unit, times, last_at";

    /** Reading is easily tried again, and is one alert for as long as this. */
    private static final Set<String> READING = Set.of("READ", "TEXT");

    private static final Duration REPEATED = Duration.ofHours(1);
    private static final int MOST_TRIES = 3;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate apart;

    ConflictAlerts(JdbcClient jdbc, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void refused(SupervisionOrder order, String attempt, String person, String relation) {
        raise(alert(person, attempt, ORDER, order.id(), order.accusedUnit(), relation, order.issuerUnit()));
    }

    void raise(Lead lead, String attempt, String person, String relation) {
        raise(lead.leadRef(), lead.accusedUnit(), lead.receivingUnit(), attempt, person, relation);
    }

    void raise(
            @Nullable String leadRef,
            @Nullable String accused,
            String officeUnit,
            String attempt,
            String person,
            String relation) {
        raise(alert(person, attempt, LEAD, leadRef, accused, relation, officeUnit));
    }

    /** Somebody has asked for a lead, or for a case made of leads, that is not for them. */
    void read(LeadOwners.Owner owner, String caseId, @Nullable String accused, String person, String relation) {
        raise(alert(person, ConflictLock.READ, owner.kind(), caseId, accused, relation, owner.unit()));
    }

    private ConflictAlert alert(
            String person,
            String attempt,
            String kind,
            @Nullable String caseId,
            @Nullable String accused,
            String relation,
            String officeUnit) {
        Instant now = clock.instant();
        return new ConflictAlert(
                0, now, actor(person), person, attempt, kind, caseId, accused, relation, officeUnit, 1, now);
    }

    /** The newest alerts these offices see, at most {@code limit}. */
    List<ConflictAlert> of(Collection<String> offices, long offset, int limit) {
        if (offices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + " from conflict_alert where office_unit in (:offices)"
                        + " order by id desc offset :offset rows fetch next :limit rows only")
                .param("offices", offices)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new ConflictAlert(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("person"),
                        row.getString("attempt"),
                        row.getString("case_kind"),
                        row.getString("case_id"),
                        row.getString("accused_unit"),
                        row.getString("relation"),
                        row.getString("office_unit"),
                        row.getInt("times"),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    private void raise(ConflictAlert alert) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(alert);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                write(alert);
            }
        });
    }

    private void write(ConflictAlert alert) {
        String key = key(alert);
        for (int tries = 1; !isRepeated(alert, key); tries++) {
            try {
                insert(alert, key);
                return;
            } catch (DuplicateKeyException meanwhile) {
                if (tries == MOST_TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    /** Two first readings at once are one alert: the key lets one of them in, the other is counted in it. */
    private void insert(ConflictAlert alert, @Nullable String key) {
        apart.executeWithoutResult(open -> {
            jdbc.sql("update conflict_alert set reading_key = null where reading_key = ? and at <= ?")
                    .params(key, Timestamp.from(alert.at().minus(REPEATED)))
                    .update();
            jdbc.sql("insert into conflict_alert (at, actor, person, attempt, case_kind, case_id, accused_unit,"
                            + " relation, office_unit, last_at, reading_key) values (?,?,?,?,?,?,?,?,?,?,?)")
                    .params(
                            Timestamp.from(alert.at()),
                            alert.actor(),
                            alert.person(),
                            alert.attempt(),
                            alert.caseKind(),
                            alert.caseId(),
                            alert.accusedUnit(),
                            alert.relation(),
                            alert.officeUnit(),
                            Timestamp.from(alert.lastAt()),
                            key)
                    .update();
            audit.record(
                    alert.caseId() == null ? "conflict" : alert.caseId(),
                    "CONFLICT_REFUSED",
                    "账号“" + alert.person() + "”"
                            + ("NONE".equals(alert.relation()) ? "无权接触本案" : "因回避关系（" + alert.relation() + "）")
                            + "被拒绝：" + alert.attempt());
        });
    }

    /** Only readings are easily tried again; of other attempts every one is an alert. */
    private static @Nullable String key(ConflictAlert alert) {
        return READING.contains(alert.attempt()) && alert.caseId() != null
                ? alert.attempt() + " " + alert.caseId() + " " + alert.person()
                : null;
    }

    /** Counts a reading in the alert that the same person has raised by reading of the same case within the hour. */
    private boolean isRepeated(ConflictAlert alert, @Nullable String key) {
        return key != null
                && Boolean.TRUE.equals(apart.execute(open -> jdbc.sql("update conflict_alert set times = times + 1,"
                                        + " last_at = ? where reading_key = ? and at > ?")
                                .params(
                                        Timestamp.from(alert.at()),
                                        key,
                                        Timestamp.from(alert.at().minus(REPEATED)))
                                .update()
                        == 1));
    }

    private static String actor(String person) {
        return SignedIn.now().map(SignedIn::person).orElse(person);
    }
}
