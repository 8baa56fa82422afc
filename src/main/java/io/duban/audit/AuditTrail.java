package io.duban.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only trail of a case (留痕): every step at every level, written in the same transaction as the change, so
 * that neither can exist without the other.
 */
@Component
public class AuditTrail {

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Appends one line.
     *
     * @param caseId the case the line belongs to, or a name such as {@code calendar} for lines without a case
     * @param action an English key of the trade, e.g. {@code ORDER_ISSUED}
     * @param sentence what happened, in Chinese, as people read it in the timeline; never holds reporter data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String caseId, String action, String sentence) {
        jdbc.sql("insert into audit_event (at, actor, case_id, action, sentence) values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(clock.instant()), actor(), caseId, action, sentence)
                .update();
    }

    /** The lines of one case in the order in which they were written, at most {@code limit} of them, oldest first. */
    public List<AuditEvent> of(String caseId, int limit) {
        return jdbc.sql("select id, at, actor, case_id, action, sentence from audit_event"
                        + " where case_id = ? order by id fetch first ? rows only")
                .params(caseId, limit)
                .query((row, n) -> new AuditEvent(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("case_id"),
                        row.getString("action"),
                        row.getString("sentence")))
                .list();
    }

    private static String actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? SYSTEM : authentication.getName();
    }
}
