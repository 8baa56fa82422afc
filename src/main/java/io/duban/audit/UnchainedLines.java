package io.duban.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the lines from before the chain their place in it, once: as soon as there is a seal, a line without a place is
 * one that somebody has put in.
 */
@Component
@Order(2)
class UnchainedLines implements ApplicationRunner {

    private final JdbcTemplate jdbc;
    private final AuditSeals seals;

    UnchainedLines(JdbcTemplate jdbc, AuditSeals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    private record Old(long id, AuditLine line) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!seals.isEmpty()) {
            return;
        }
        List<Old> old = jdbc.query(
                "select id, at, actor, case_id, action, sentence from audit_event where hash is null order by id",
                (row, n) -> new Old(
                        row.getLong("id"),
                        new AuditLine(
                                row.getTimestamp("at").toInstant(),
                                row.getString("actor"),
                                row.getString("case_id"),
                                row.getString("action"),
                                row.getString("sentence"))));
        Map<String, AuditChain.End> ends = new HashMap<>();
        for (Old each : old) {
            AuditLine line = each.line();
            AuditChain.End last = ends.getOrDefault(line.caseId(), new AuditChain.End(0, AuditLine.BEGINNING));
            AuditChain.End next = new AuditChain.End(last.seq() + 1, line.hash(last.seq() + 1, last.hash()));
            ends.put(line.caseId(), next);
            jdbc.update(
                    "update audit_event set seq = ?, prev_hash = ?, hash = ? where id = ? and hash is null",
                    next.seq(),
                    last.hash(),
                    next.hash(),
                    each.id());
        }
        seals.seal();
    }
}
