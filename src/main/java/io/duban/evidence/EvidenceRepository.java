package io.duban.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of evidence and its sealed contents: rows are only ever added. */
@Repository
class EvidenceRepository {

    private static final int MOST = 2_000;
    private static final String SELECT = "select e.id, e.case_id, e.problem_id, e.evidence_group, e.file_name, c.kind,"
            + " c.length, c.sha256, e.kept_at, e.kept_by, e.kept_unit, w.reason, w.withdrawn_at, w.withdrawn_by"
            + " from evidence e join evidence_content c on c.id = e.content_id"
            + " left join evidence_withdrawal w on w.evidence_id = e.id";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EvidenceRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Evidence> ofCase(String caseId) {
        return jdbc.sql(SELECT + " where e.case_id = ? order by e.kept_at, e.id fetch first ? rows only")
                .params(caseId, MOST)
                .query(EvidenceRepository::evidence)
                .list();
    }

    List<Evidence> ofProblem(String problemId) {
        return jdbc.sql(SELECT + " where e.problem_id = ? order by e.kept_at, e.id fetch first ? rows only")
                .params(problemId, MOST)
                .query(EvidenceRepository::evidence)
                .list();
    }

    Optional<Evidence> find(String id) {
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(id)
                .query(EvidenceRepository::evidence)
                .optional();
    }

    int linesOf(String caseId) {
        return jdbc.sql("select count(*) from evidence where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    Optional<String> contentOf(String caseId, String fingerprint) {
        return jdbc.sql("select id from evidence_content where case_id = ? and fingerprint = ?")
                .params(caseId, fingerprint)
                .query(String.class)
                .optional();
    }

    /** A line of the same person's unit for the same content, problem and group that is not withdrawn. */
    Optional<Evidence> same(String contentId, NewEvidence file, String unit) {
        return jdbc
                .sql(SELECT + " where e.content_id = ? and e.kept_unit = ? and w.evidence_id is null"
                        + " order by e.kept_at fetch first 100 rows only")
                .params(contentId, unit)
                .query(EvidenceRepository::evidence)
                .list()
                .stream()
                .filter(each -> java.util.Objects.equals(each.problemId(), file.problemId())
                        && java.util.Objects.equals(each.group(), file.group()))
                .findFirst();
    }

    void addContent(Content content, List<byte[]> parts) {
        jdbc.sql("insert into evidence_content (id, case_id, fingerprint, sha256, kind, length, kek_id, wrapped)"
                        + " values (?,?,?,?,?,?,?,?)")
                .params(
                        content.id(),
                        content.caseId(),
                        content.fingerprint(),
                        content.sha256(),
                        content.kind().name(),
                        content.length(),
                        content.kekId(),
                        content.wrapped())
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            rows.add(new Object[] {content.id(), i, parts.get(i)});
        }
        batches.batchUpdate("insert into evidence_part (content_id, part, sealed) values (?,?,?)", rows);
    }

    void add(String id, NewEvidence file, String contentId, String name, Instant at, String person, String unit) {
        jdbc.sql("insert into evidence (id, case_id, problem_id, evidence_group, content_id, file_name, kept_at,"
                        + " kept_by, kept_unit) values (?,?,?,?,?,?,?,?,?)")
                .param(id)
                .param(file.caseId())
                .param(file.problemId())
                .param(file.group())
                .param(contentId)
                .param(name)
                .param(Timestamp.from(at))
                .param(person)
                .param(unit)
                .update();
    }

    void withdraw(String id, String reason, Instant at, String person) {
        jdbc.sql("insert into evidence_withdrawal (evidence_id, reason, withdrawn_at, withdrawn_by) values (?,?,?,?)")
                .params(id, reason, Timestamp.from(at), person)
                .update();
    }

    Content contentOf(String evidenceId) {
        return jdbc.sql("select c.id, c.case_id, c.fingerprint, c.sha256, c.kind, c.length, c.kek_id, c.wrapped"
                        + " from evidence e join evidence_content c on c.id = e.content_id where e.id = ?")
                .param(evidenceId)
                .query((row, n) -> new Content(
                        row.getString("id"),
                        row.getString("case_id"),
                        row.getString("fingerprint"),
                        row.getString("sha256"),
                        FileKind.valueOf(row.getString("kind")),
                        row.getInt("length"),
                        row.getString("kek_id"),
                        row.getBytes("wrapped")))
                .single();
    }

    List<byte[]> partsOf(String contentId) {
        return jdbc.sql("select sealed from evidence_part where content_id = ? order by part")
                .param(contentId)
                .query((row, n) -> row.getBytes("sealed"))
                .list();
    }

    private static Evidence evidence(ResultSet row, int n) throws SQLException {
        FileKind kind = FileKind.valueOf(row.getString("kind"));
        return new Evidence(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("problem_id"),
                row.getString("evidence_group"),
                row.getString("file_name"),
                kind.mediaType(),
                row.getInt("length"),
                row.getString("sha256"),
                row.getTimestamp("kept_at").toInstant(),
                row.getString("kept_by"),
                row.getString("kept_unit"),
                withdrawal(row));
    }

    private static Evidence.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? null
                : new Evidence.Withdrawal(
                        reason, row.getTimestamp("withdrawn_at").toInstant(), row.getString("withdrawn_by"));
    }

    /** What is kept of one file of a case: its hashes and its sealed data key. */
    record Content(
            String id,
            String caseId,
            String fingerprint,
            String sha256,
            FileKind kind,
            int length,
            String kekId,
            byte[] wrapped) {

        @Override
        public String toString() {
            return "Content[" + id + "]";
        }
    }
}
