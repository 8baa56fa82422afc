package io.duban.document;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register (发文登记簿) and what became void; rows are only ever added. */
@Repository
class PaperRepository {

    /** Far more papers than a case has. */
    private static final int MOST = 500;

    private static final String PAPERS = "select p.id, p.kind, p.case_id, p.number_text, p.issuer_unit, p.addressee,"
            + " p.issued_on, p.sha256, p.template_version, v.voided_on, v.reason"
            + " from paper p left join paper_void v on v.paper_id = p.id";

    private final JdbcClient jdbc;

    PaperRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Paper paper, DocumentNumber number, byte[] content, Instant at) {
        jdbc.sql("insert into paper (id, kind, case_id, issuer_unit, symbol, number_year, number_seq, number_text,"
                        + " addressee, issued_on, issued_at, template_version, sha256, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        paper.id(),
                        paper.kind().name(),
                        paper.caseId(),
                        paper.issuerUnit(),
                        number.symbol(),
                        number.year(),
                        number.sequence(),
                        paper.number(),
                        paper.addressee(),
                        Date.valueOf(paper.issuedOn()),
                        Timestamp.from(at),
                        paper.templateVersion(),
                        paper.sha256(),
                        content)
                .update();
    }

    List<Paper> of(String caseId) {
        return jdbc.sql(PAPERS + " where p.case_id = ? order by p.issued_at, p.id fetch first " + MOST + " rows only")
                .param(caseId)
                .query((row, n) -> paper(row))
                .list();
    }

    Optional<Paper> find(String id) {
        return jdbc.sql(PAPERS + " where p.id = ?")
                .param(id)
                .query((row, n) -> paper(row))
                .optional();
    }

    byte[] content(String id) {
        return jdbc.sql("select content from paper where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    void addVoid(String id, String reason, String person, LocalDate day, Instant at) {
        jdbc.sql("insert into paper_void (paper_id, reason, voided_by, voided_on, voided_at) values (?, ?, ?, ?, ?)")
                .params(id, reason, person, Date.valueOf(day), Timestamp.from(at))
                .update();
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getString("id"),
                PaperKind.valueOf(row.getString("kind")),
                row.getString("case_id"),
                row.getString("number_text"),
                row.getString("issuer_unit"),
                row.getString("addressee"),
                row.getDate("issued_on").toLocalDate(),
                row.getString("sha256"),
                row.getInt("template_version"),
                day(row.getDate("voided_on")),
                row.getString("reason"));
    }

    private static @Nullable LocalDate day(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
