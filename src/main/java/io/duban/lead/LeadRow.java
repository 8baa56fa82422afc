package io.duban.lead;

import io.duban.rectification.ProblemCategory;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Turns a row of the table of leads into a {@link Lead}. */
final class LeadRow {

    private LeadRow() {}

    static Lead read(ResultSet row) throws SQLException {
        return new Lead(
                row.getString("lead_ref"),
                row.getString("number"),
                LeadChannel.valueOf(row.getString("channel")),
                SourceLevel.valueOf(row.getString("source_level")),
                row.getBoolean("named"),
                code(ProblemCategory.class, row.getString("category")),
                code(LeadTopic.class, row.getString("topic")),
                row.getString("accused_unit"),
                row.getString("district_unit"),
                row.getString("receiving_unit"),
                row.getDate("received_on").toLocalDate(),
                row.getString("summary"),
                row.getString("registered_by"),
                LeadState.valueOf(row.getString("state")),
                day(row, "triaged_on"),
                triage(row),
                handling(row),
                row.getInt("version"));
    }

    private static TriageResult triage(ResultSet row) throws SQLException {
        return new TriageResult(
                row.getBoolean("in_scope"),
                row.getBoolean("concrete"),
                row.getString("duplicate_of"),
                row.getBoolean("severe"),
                row.getBoolean("vile"),
                row.getBoolean("leader_concern"),
                row.getBoolean("public_reaction"));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                row.getBoolean("must_investigate"),
                row.getString("guiding_group"),
                row.getString("handling_unit"),
                row.getString("handling_group"),
                code(LeadConclusion.class, row.getString("conclusion")),
                row.getString("conclusion_text"),
                day(row, "accept_due"),
                day(row, "conclude_due"),
                day(row, "concluded_on"),
                day(row, "replied_on"),
                row.getString("consolidated_notice"),
                row.getString("order_id"));
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
