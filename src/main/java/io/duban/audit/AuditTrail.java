package io.duban.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only trail of a case (留痕): every step at every level, written in the same transaction as the change, so
 * that neither can exist without the other, and chained by hashes, so that nobody changes it unnoticed.
 */
@Component
public class AuditTrail {

    private static final String SYSTEM = "system";
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final AuditChain chain;
    private final Clock clock;
    private final ChainLocks locks = new ChainLocks();

    AuditTrail(JdbcClient jdbc, DataSource source, Clock clock) {
        this.jdbc = jdbc;
        this.chain = new AuditChain(new JdbcTemplate(source));
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
        LinesToCome.of(chain, locks)
                .add(new AuditLine(
                        clock.instant().truncatedTo(ChronoUnit.MICROS), actor(), caseId, action, shortened(sentence)));
    }

    /** A sentence of many words must not undo what it tells of; the words themselves lie with the case. */
    private static String shortened(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int end = LONGEST - 1;
        return sentence.substring(0, Character.isHighSurrogate(sentence.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The lines of one case in the order in which they were written, at most {@code limit} of them, oldest first. */
    public List<AuditEvent> of(String caseId, int limit) {
        List<AuditEvent> lines =
                new ArrayList<>(jdbc.sql("select id, at, actor, case_id, action, sentence from audit_event"
                                + " where case_id = ? order by seq fetch first ? rows only")
                        .params(caseId, limit)
                        .query((row, n) -> new AuditEvent(
                                row.getLong("id"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                row.getString("case_id"),
                                row.getString("action"),
                                row.getString("sentence")))
                        .list());
        LinesToCome toCome = LinesToCome.known(chain);
        if (toCome != null) {
            toCome.of(caseId).stream()
                    .limit(limit - lines.size())
                    .forEach(line -> lines.add(
                            new AuditEvent(0, line.at(), line.actor(), line.caseId(), line.action(), line.sentence())));
        }
        return lines;
    }

    private static String actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? SYSTEM : authentication.getName();
    }
}
