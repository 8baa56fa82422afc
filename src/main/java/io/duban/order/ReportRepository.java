package io.duban.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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

    void reported(Stored report, String person, Instant at) {
        jdbc.sql("update investigation_report set reported_by=?, reported_at=?, return_note=null"
                        + " where order_id=? and version=?")
                .params(person, Timestamp.from(at), report.orderId(), report.version())
                .update();
    }

    void returned(Stored report, String note) {
        jdbc.sql("update investigation_report set return_note=? where order_id=? and version=?")
                .params(note, report.orderId(), report.version())
                .update();
    }

    void reviewed(Stored report, String substantiation, String missing, String note, String reviewer) {
        jdbc.sql("update investigation_report set substantiation=?, missing=?, review_note=?, reviewer=?"
                        + " where order_id=? and version=?")
                .params(substantiation, missing, note, reviewer, report.orderId(), report.version())
                .update();
    }

    Optional<Stored> newest(String orderId) {
        return jdbc.sql("select order_id, version, investigators, process_part, facts, disposition, measures, cause,"
                        + " wider_check, investigator, reported_by, return_note, missing, review_note, substantiation"
                        + " from investigation_report where order_id=? order by version desc fetch first 1 rows only")
                .param(orderId)
                .query((row, n) -> stored(row))
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
            @Nullable String reportedBy,
            @Nullable String returnNote,
            @Nullable String missing,
            @Nullable String reviewNote,
            @Nullable String substantiation) {}
}
