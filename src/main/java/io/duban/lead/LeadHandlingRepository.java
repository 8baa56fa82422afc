package io.duban.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What handling writes down beside the lead's own row: notes, verifications, suggestions. */
@Repository
class LeadHandlingRepository {

    private final JdbcClient jdbc;

    LeadHandlingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The notes, empty ones for a lead nobody has handled yet. */
    HandlingNotes notes(String leadRef) {
        return jdbc.sql("select * from lead_handling where lead_ref = ?")
                .param(leadRef)
                .query((row, n) -> notes(row))
                .optional()
                .orElse(HandlingNotes.NONE);
    }

    /** Writes some columns; the lead's own row has been locked by whoever calls. */
    void note(String leadRef, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(columns);
        int rows = jdbc.sql("update lead_handling set " + String.join("=?, ", values.keySet()) + "=? where lead_ref=?")
                .params(with(values, leadRef))
                .update();
        if (rows == 0) {
            jdbc.sql("insert into lead_handling (" + String.join(", ", values.keySet()) + ", lead_ref) values ("
                            + "?, ".repeat(values.size()) + "?)")
                    .params(with(values, leadRef))
                    .update();
        }
    }

    private static List<@Nullable Object> with(Map<String, @Nullable Object> values, String leadRef) {
        List<@Nullable Object> parameters = new ArrayList<>(values.values());
        parameters.add(leadRef);
        return parameters;
    }

    Optional<Verification> latest(String leadRef) {
        return jdbc.sql("select * from lead_verification where lead_ref = ? order by round desc"
                        + " fetch first 1 rows only")
                .param(leadRef)
                .query((row, n) -> verification(row))
                .optional();
    }

    void insert(String leadRef, Verification each) {
        jdbc.sql("insert into lead_verification (lead_ref, round, investigators, process_part, facts, measures,"
                        + " reported_by, reported_on) values (?,?,?,?,?,?,?,?)")
                .params(
                        leadRef,
                        each.round(),
                        each.investigators(),
                        each.process(),
                        each.facts(),
                        each.measures(),
                        each.reportedBy(),
                        each.reportedOn())
                .update();
    }

    void suggest(String leadRef, List<Suggestion> suggestions) {
        jdbc.sql("delete from lead_suggestion where lead_ref = ?")
                .param(leadRef)
                .update();
        for (int i = 0; i < suggestions.size(); i++) {
            Suggestion each = suggestions.get(i);
            jdbc.sql("insert into lead_suggestion (lead_ref, seq, instrument, reason) values (?,?,?,?)")
                    .params(leadRef, i + 1, each.instrument().name(), each.reason())
                    .update();
        }
    }

    List<Suggestion> suggestions(String leadRef) {
        return jdbc.sql("select instrument, reason from lead_suggestion where lead_ref = ? order by seq")
                .param(leadRef)
                .query((row, n) -> new Suggestion(
                        SuggestedInstrument.valueOf(row.getString("instrument")), row.getString("reason")))
                .list();
    }

    private static Verification verification(ResultSet row) throws SQLException {
        return new Verification(
                row.getInt("round"),
                row.getString("investigators"),
                row.getString("process_part"),
                row.getString("facts"),
                row.getString("measures"),
                row.getString("reported_by"),
                row.getDate("reported_on").toLocalDate());
    }

    private static HandlingNotes notes(ResultSet row) throws SQLException {
        return new HandlingNotes(
                row.getString("transfer_note"),
                row.getString("handler"),
                row.getString("guidance"),
                row.getString("return_reason"),
                row.getObject("days_asked", Integer.class),
                row.getString("extension_reason"),
                row.getString("extension_asked_by"),
                row.getObject("extension_granted", Boolean.class),
                row.getBoolean("untimely"),
                row.getBoolean("overdue"),
                row.getString("instrument"),
                row.getString("instrument_reason"),
                row.getString("order_title"),
                row.getString("order_problem"),
                row.getString("order_requirement"),
                day(row, "order_due"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getDate(column) == null ? null : row.getDate(column).toLocalDate();
    }

    /** What handling has noted so far. */
    record HandlingNotes(
            @Nullable String transferNote,
            @Nullable String handler,
            @Nullable String guidance,
            @Nullable String returnReason,
            @Nullable Integer daysAsked,
            @Nullable String extensionReason,
            @Nullable String extensionAskedBy,
            @Nullable Boolean extensionGranted,
            boolean untimely,
            boolean overdue,
            @Nullable String instrument,
            @Nullable String instrumentReason,
            @Nullable String orderTitle,
            @Nullable String orderProblem,
            @Nullable String orderRequirement,
            @Nullable LocalDate orderDue) {

        static final HandlingNotes NONE = new HandlingNotes(
                null, null, null, null, null, null, null, null, false, false, null, null, null, null, null, null);
    }

    /** 核查结果: one version of it. */
    record Verification(
            int round,
            String investigators,
            String process,
            String facts,
            String measures,
            String reportedBy,
            LocalDate reportedOn) {}

    /** 督办方式建议: one line of what the decision D03 advises. */
    record Suggestion(SuggestedInstrument instrument, String reason) {}
}
