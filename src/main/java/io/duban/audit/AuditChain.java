package io.duban.audit;

import java.sql.DatabaseMetaData;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Appends lines to the chains of their cases: all that a transaction has said in one read of the ends and one batch. H2
 * has one process, which remembers the ends; on PostgreSQL several nodes append, so they are locked and read there.
 */
final class AuditChain {

    private static final String INSERT = "insert into audit_event"
            + " (at, actor, case_id, action, sentence, seq, prev_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int REMEMBERED = 10_000;

    private final JdbcTemplate jdbc;
    private final boolean manyProcesses;
    private final boolean locksInOneCall;
    private final Map<String, End> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, End> eldest) {
            return size() > REMEMBERED;
        }
    });

    AuditChain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.manyProcesses = isPostgres(jdbc);
        this.locksInOneCall =
                manyProcesses && jdbc.queryForObject("select to_regproc('audit_ends')::text", String.class) != null;
    }

    /** The end of a chain: its last number and hash. */
    record End(long seq, String hash) {}

    /** Appends behind the ends this transaction has reached itself, and answers the new ones; whoever calls holds the chains' {@link ChainLocks} until the commit. */
    Map<String, End> append(List<AuditLine> lines, Map<String, End> reached) {
        var chains = new TreeSet<>(lines.stream().map(AuditLine::caseId).toList());
        Map<String, End> ends = manyProcesses ? lockedEnds(chains) : rememberedEnds(chains);
        ends.putAll(reached);
        List<Object[]> rows = new ArrayList<>();
        for (AuditLine line : lines) {
            End last = ends.getOrDefault(line.caseId(), new End(0, AuditLine.BEGINNING));
            End next = new End(last.seq() + 1, line.hash(last.seq() + 1, last.hash()));
            ends.put(line.caseId(), next);
            rows.add(new Object[] {
                Timestamp.from(line.at()),
                line.actor(),
                line.caseId(),
                line.action(),
                line.sentence(),
                next.seq(),
                last.hash(),
                next.hash()
            });
        }
        jdbc.batchUpdate(INSERT, rows);
        return ends;
    }

    /** What was appended is committed, or not. */
    void ended(Map<String, End> ends, boolean committed) {
        if (committed && !manyProcesses) {
            remembered.putAll(ends);
        } else {
            remembered.keySet().removeAll(ends.keySet());
        }
    }

    private Map<String, End> rememberedEnds(Set<String> chains) {
        Map<String, End> ends = new HashMap<>();
        Set<String> unknown = new TreeSet<>();
        for (String chain : chains) {
            End known = remembered.get(chain);
            if (known == null) {
                unknown.add(chain);
            } else {
                ends.put(chain, known);
            }
        }
        ends.putAll(ends(unknown));
        return ends;
    }

    private Map<String, End> lockedEnds(Set<String> chains) {
        if (!locksInOneCall) {
            chains.forEach(
                    chain -> jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 20211))", row -> {}, chain));
            return ends(chains);
        }
        Map<String, End> ends = new HashMap<>();
        jdbc.query(
                "select case_id, seq, hash from audit_ends(?)",
                row -> {
                    ends.put(row.getString("case_id"), new End(row.getLong("seq"), row.getString("hash")));
                },
                (Object) chains.toArray(String[]::new));
        return ends;
    }

    Map<String, End> ends(Collection<String> chains) {
        Map<String, End> ends = new HashMap<>();
        if (chains.isEmpty()) {
            return ends;
        }
        String places = String.join(", ", chains.stream().map(each -> "?").toList());
        jdbc.query(
                "select e.case_id, e.seq, e.hash from audit_event e where e.case_id in (" + places + ")"
                        + " and e.seq = (select max(l.seq) from audit_event l where l.case_id = e.case_id)",
                row -> {
                    ends.put(row.getString("case_id"), new End(row.getLong("seq"), row.getString("hash")));
                },
                chains.toArray());
        return ends;
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        try {
            var source = java.util.Objects.requireNonNull(jdbc.getDataSource());
            String name = JdbcUtils.extractDatabaseMetaData(source, DatabaseMetaData::getDatabaseProductName);
            return "PostgreSQL".equals(name);
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("the database does not say what it is", unreachable);
        }
    }
}
