package io.duban.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All versions of an order's report; the newest is the one that counts, the older ones stay. */
@Repository
class ReportRepository {

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a new version. */
    void add(String orderId, InvestigationReport report, String investigator) {
        Map<ReportPart, String> parts = report.parts();
        jdbc.sql("insert into investigation_report (order_id, version, investigators, process_part, facts, disposition,"
                        + " measures, cause, wider_check, investigator)"
                        + " select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " from investigation_report where order_id = ?")
                .param(orderId)
                .param(report.investigators())
                .param(parts.get(ReportPart.PROCESS))
                .param(parts.get(ReportPart.FACTS))
                .param(parts.get(ReportPart.DISPOSITION))
                .param(parts.get(ReportPart.MEASURES))
                .param(parts.get(ReportPart.CAUSE))
                .param(report.widerCheck().orElse(null))
                .param(investigator)
                .param(orderId)
                .update();
    }

    /** 报送: this version was sent up, signed by this leader. */
    void reported(Stored report, @Nullable String signer, String person, Instant at) {
        jdbc.sql("insert into report_submission (order_id, version, signer, reported_by, reported_at)"
                        + " values (?,?,?,?,?)")
                .params(report.orderId(), report.version(), signer, person, Timestamp.from(at))
                .update();
    }

    void returned(Stored report, String note) {
        jdbc.sql("update investigation_report set return_note=? where order_id=? and version=?")
                .params(note, report.orderId(), report.version())
                .update();
    }

    /** 审核: what was found of this version. */
    void reviewed(Stored report, String substantiation, String missing, String note, String reviewer) {
        jdbc.sql("insert into report_review (order_id, version, substantiation, missing, review_note, reviewer)"
                        + " values (?,?,?,?,?,?)")
                .params(report.orderId(), report.version(), substantiation, missing, note, reviewer)
                .update();
    }

    Optional<Stored> newest(String orderId) {
        return jdbc.sql("select r.order_id, r.version, r.investigators, r.process_part, r.facts, r.disposition,"
                        + " r.measures, r.cause, r.wider_check, r.investigator, r.return_note, s.signer, s.reported_by,"
                        + " v.missing, v.review_note, v.substantiation from investigation_report r"
                        + " left join report_submission s on s.order_id = r.order_id and s.version = r.version"
                        + " left join report_review v on v.order_id = r.order_id and v.version = r.version"
                        + " where r.order_id=? order by r.version desc fetch first 1 rows only")
                .param(orderId)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** What this account has had to do with the order's reports, in any version: INVESTIGATOR, REPORTER, both or nothing. */
    Set<String> sharesOf(String orderId, String person) {
        return jdbc.sql("select 'INVESTIGATOR' from investigation_report where order_id=? and investigator=?"
                        + " union select 'REPORTER' from report_submission where order_id=? and reported_by=?")
                .params(orderId, person, orderId, person)
                .query(String.class)
                .set();
    }

    /** 签报人: the leader who signed the report that was sent up last. */
    Optional<String> signerOf(String orderId) {
        return jdbc.sql("select signer from report_submission where order_id=? and signer is not null"
                        + " order by version desc fetch first 1 rows only")
                .param(orderId)
                .query(String.class)
                .optional();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Map<ReportPart, String> parts = new EnumMap<>(ReportPart.class);
        for (ReportPart part : ReportPart.values()) {
            String text = row.getString(part.column());
            if (text != null) {
                parts.put(part, text);
            }
        }
        InvestigationReport report = new InvestigationReport(
                parts, row.getString("investigators"), Optional.ofNullable(row.getString("wider_check")));
        return new Stored(
                row.getString("order_id"),
                row.getInt("version"),
                report,
                row.getString("investigator"),
                row.getString("signer"),
                row.getString("reported_by"),
                row.getString("return_note"),
                row.getString("missing"),
                row.getString("review_note"),
                row.getString("substantiation"));
    }

    /** One version as it is stored, with what happened to it. */
    record Stored(
            String orderId,
            int version,
            InvestigationReport report,
            String investigator,
            @Nullable String signer,
            @Nullable String reportedBy,
            @Nullable String returnNote,
            @Nullable String missing,
            @Nullable String reviewNote,
            @Nullable String substantiation) {}
}
