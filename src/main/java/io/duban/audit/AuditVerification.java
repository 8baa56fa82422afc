package io.duban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole trail and names every line that was changed, put in, taken away or exchanged. */
@Component
public class AuditVerification {

    private static final int FETCH = 1_000;

    private final JdbcTemplate jdbc;
    private final AuditSeals seals;

    AuditVerification(JdbcTemplate jdbc, AuditSeals seals) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.seals = seals;
    }

    /** What was done to the trail. */
    public enum Kind {
        CHANGED,
        INSERTED,
        MISSING,
        SEAL_BROKEN
    }

    /**
     * One thing that is wrong.
     *
     * @param seq the number of the line in the trail of its case; of the seal, if that is broken
     * @param id the row, if it is there
     */
    public record Finding(
            Kind kind, String caseId, long seq, @Nullable Long id, String sentence) {}

    /**
     * What was read and found.
     *
     * @param unsealed lines too young to be sealed: if the last of a case is taken away before its seal, nobody notices
     */
    public record Report(long lines, long chains, long seals, long unsealed, List<Finding> findings) {
        public boolean intact() {
            return findings.isEmpty();
        }
    }

    @Transactional(readOnly = true)
    public Report verify() {
        Walk walk = new Walk();
        jdbc.query(
                "select id, at, actor, case_id, action, sentence, seq, prev_hash, hash from audit_event"
                        + " order by case_id, seq nulls last, id",
                walk::next);
        var all = seals.all();
        String before = AuditLine.BEGINNING;
        long number = 0;
        for (var seal : all) {
            number++;
            var ends = seals.endsOf(seal.no());
            if (seal.no() != number
                    || !seal.previous().equals(before)
                    || !seal.expected(ends).equals(seal.hash())) {
                walk.found(Kind.SEAL_BROKEN, "audit_seal", seal.no(), null, "第" + seal.no() + "号封签不符");
                number = seal.no();
            }
            before = seal.hash();
            ends.forEach(walk::compare);
        }
        jdbc.query(
                "select e.id, e.case_id, e.seq from audit_event e join audit_sealed_end s"
                        + " on s.case_id = e.case_id and s.seq = e.seq where e.hash <> s.hash order by e.case_id, e.seq",
                row -> {
                    walk.found(
                            Kind.CHANGED,
                            row.getString("case_id"),
                            row.getLong("seq"),
                            row.getLong("id"),
                            "第" + row.getLong("seq") + "行与封签时不符");
                });
        long sealed = all.isEmpty() ? 0 : all.get(all.size() - 1).lines();
        return new Report(
                walk.lines, walk.ends.size(), all.size(), Math.max(0, walk.lines - sealed), List.copyOf(walk.findings));
    }

    /** One pass through all chains. */
    private static final class Walk {

        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Long> ends = new HashMap<>();
        private long lines;
        private String chain = "";
        private AuditChain.End last = new AuditChain.End(0, AuditLine.BEGINNING);
        private @Nullable Long lastId;
        private boolean gap;
        private boolean suspect;

        void next(ResultSet row) throws SQLException {
            lines++;
            String caseId = row.getString("case_id");
            if (!caseId.equals(chain)) {
                chain = caseId;
                suspect = false;
                lastId = null;
                last = new AuditChain.End(0, AuditLine.BEGINNING);
            }
            long seq = row.getLong("seq");
            long id = row.getLong("id");
            if (row.getString("hash") == null || seq <= last.seq()) {
                found(Kind.INSERTED, caseId, seq, id, "此行不在链中，系另行插入");
                return;
            }
            gap = seq > last.seq() + 1;
            for (long missing = last.seq() + 1; missing < seq; missing++) {
                found(Kind.MISSING, caseId, missing, null, "第" + missing + "行被删除");
            }
            judge(row, caseId, seq, id);
            last = new AuditChain.End(seq, row.getString("hash"));
            lastId = id;
            ends.put(caseId, seq);
        }

        private void judge(ResultSet row, String caseId, long seq, long id) throws SQLException {
            AuditLine line = new AuditLine(
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    caseId,
                    row.getString("action"),
                    row.getString("sentence"));
            String previous = String.valueOf(row.getString("prev_hash"));
            if (!line.hash(seq, previous).equals(row.getString("hash"))) {
                found(Kind.CHANGED, caseId, seq, id, "第" + seq + "行的内容或次序与其校验值不符");
                suspect = true;
                return;
            }
            if (!gap && !suspect && !previous.equals(last.hash())) {
                found(Kind.CHANGED, caseId, last.seq(), lastId, "第" + last.seq() + "行与下一行不相衔接，系改写");
            }
            suspect = false;
        }

        /** A line that was the end of its chain when it was sealed has to be there still. */
        void compare(String caseId, AuditChain.End sealed) {
            long end = ends.getOrDefault(caseId, 0L);
            for (long missing = end + 1; missing <= sealed.seq(); missing++) {
                found(Kind.MISSING, caseId, missing, null, "第" + missing + "行被删除");
            }
            ends.merge(caseId, sealed.seq(), Math::max);
        }

        void found(Kind kind, String caseId, long seq, @Nullable Long id, String sentence) {
            findings.add(new Finding(kind, caseId, seq, id, sentence));
        }
    }
}
