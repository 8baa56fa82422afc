package io.duban.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the ends of the chains: a chain shows what was changed within it, but not that its last lines are gone. Each seal
 * holds the ends that have grown since the one before and that one's hash; its own goes into the log, outside the
 * database.
 */
@Repository
class AuditSeals {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);

    /** How many numbers back a line may be committed later than its neighbours and still be sealed. */
    private static final long LATE = 5_000;

    private final JdbcTemplate jdbc;
    private final AuditChain chain;
    private final Clock clock;

    AuditSeals(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.chain = new AuditChain(jdbc);
        this.clock = clock;
    }

    /** One seal; {@code upTo} is the highest id it has looked at, {@code lines} how many lines are sealed by now. */
    record Seal(long no, Instant at, long upTo, long lines, String previous, String hash) {

        static final Seal NONE = new Seal(0, Instant.EPOCH, 0, 0, AuditLine.BEGINNING, AuditLine.BEGINNING);

        String expected(Map<String, AuditChain.End> ends) {
            List<String> parts = new ArrayList<>(List.of(
                    previous,
                    Long.toString(no),
                    Long.toString(at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000),
                    Long.toString(upTo),
                    Long.toString(lines)));
            new TreeMap<>(ends).forEach((caseId, end) -> {
                parts.add(caseId);
                parts.add(Long.toString(end.seq()));
                parts.add(end.hash());
            });
            return AuditLine.digest(parts.toArray(String[]::new));
        }
    }

    /** Seals what has been written since the last time, if anything. */
    @Transactional
    public void seal() {
        Seal last = last();
        Map<String, AuditChain.End> grown = chain.ends(jdbc.queryForList(
                "select distinct case_id from audit_event where id > ? and hash is not null",
                String.class,
                last.upTo() - LATE));
        long more = 0;
        for (var each : List.copyOf(grown.entrySet())) {
            long known = sealed(each.getKey());
            if (each.getValue().seq() > known) {
                more += each.getValue().seq() - known;
            } else {
                grown.remove(each.getKey());
            }
        }
        if (!grown.isEmpty()) {
            write(last, more, grown);
        }
    }

    private void write(Seal last, long more, Map<String, AuditChain.End> grown) {
        Long newest = jdbc.queryForObject("select coalesce(max(id), 0) from audit_event", Long.class);
        Seal open = new Seal(
                last.no() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                newest == null ? 0 : newest,
                last.lines() + more,
                last.hash(),
                "");
        String hash = open.expected(grown);
        jdbc.update(
                "insert into audit_seal (no, at, up_to, lines, prev_hash, hash) values (?, ?, ?, ?, ?, ?)",
                open.no(),
                Timestamp.from(open.at()),
                open.upTo(),
                open.lines(),
                open.previous(),
                hash);
        jdbc.batchUpdate(
                "insert into audit_sealed_end (no, case_id, seq, hash) values (?, ?, ?, ?)",
                grown.entrySet().stream()
                        .map(each -> new Object[] {
                            open.no(),
                            each.getKey(),
                            each.getValue().seq(),
                            each.getValue().hash()
                        })
                        .toList());
        LOG.info("audit seal {} over {} lines: {}", open.no(), open.lines(), hash);
    }

    boolean isEmpty() {
        return last().no() == 0;
    }

    private long sealed(String caseId) {
        Long seq = jdbc.queryForObject(
                "select coalesce(max(seq), 0) from audit_sealed_end where case_id = ?", Long.class, caseId);
        return seq == null ? 0 : seq;
    }

    private Seal last() {
        return jdbc
                .query("select * from audit_seal order by no desc fetch first 1 rows only", (row, n) -> seal(row))
                .stream()
                .findFirst()
                .orElse(Seal.NONE);
    }

    /** All seals, oldest first. */
    List<Seal> all() {
        return jdbc.query("select * from audit_seal order by no", (row, n) -> seal(row));
    }

    Map<String, AuditChain.End> endsOf(long no) {
        Map<String, AuditChain.End> ends = new TreeMap<>();
        jdbc.query(
                "select case_id, seq, hash from audit_sealed_end where no = ?",
                row -> {
                    ends.put(row.getString("case_id"), new AuditChain.End(row.getLong("seq"), row.getString("hash")));
                },
                no);
        return ends;
    }

    private static Seal seal(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Seal(
                row.getLong("no"),
                row.getTimestamp("at").toInstant(),
                row.getLong("up_to"),
                row.getLong("lines"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }
}
