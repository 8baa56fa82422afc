package io.duban.ledger;

import io.duban.ledger.LedgerEntry.Heading;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's entries: added, never altered; only that the lines know of one is noted. */
@Repository
class LedgerEntries {

    private static final int MOST_OF_A_CASE = 2000;
    private static final String COLUMNS = "kind, order_id, problem_id, problem_seq, at, state_before, state, number,"
            + " title, issuer_unit, addressee_unit, accused_unit, district_unit, instrument, issued_on, category, round,"
            + " relapsed, term, term_status, due";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    LedgerEntries(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Writes what a transaction has changed, in one call. */
    void add(List<LedgerEntry> entries) {
        batches.batchUpdate(
                "insert into ledger_entry (" + COLUMNS
                        + ", folded) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,false)",
                entries.stream().map(LedgerEntries::values).toList());
    }

    private static Object[] values(LedgerEntry each) {
        Heading heading = each.heading();
        return new Object[] {
            each.kind().name(),
            each.orderId(),
            text(each.problemId()),
            new SqlParameterValue(Types.INTEGER, each.problemSeq()),
            Timestamp.from(each.at()),
            text(each.stateBefore()),
            text(each.state()),
            text(heading == null ? null : heading.number()),
            text(heading == null ? null : heading.title()),
            text(heading == null ? null : heading.issuerUnit()),
            text(heading == null ? null : heading.addresseeUnit()),
            text(heading == null ? null : heading.accusedUnit()),
            text(heading == null ? null : heading.districtUnit()),
            text(heading == null ? null : heading.instrument()),
            date(heading == null ? null : heading.issuedOn()),
            text(each.category()),
            new SqlParameterValue(Types.INTEGER, each.round()),
            new SqlParameterValue(Types.BOOLEAN, each.relapsed()),
            text(each.term()),
            text(each.termStatus()),
            date(each.due())
        };
    }

    boolean anyFresh() {
        return jdbc.sql("select seq from ledger_entry where folded = false order by seq fetch first 1 rows only")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    List<LedgerEntry> fresh(int most) {
        return jdbc.sql("select seq, " + COLUMNS
                        + " from ledger_entry where folded = false order by seq fetch first ? rows only")
                .param(most)
                .query((row, n) -> entry(row))
                .list();
    }

    void folded(List<LedgerEntry> entries) {
        batches.batchUpdate(
                "update ledger_entry set folded = true where seq = ?",
                entries.stream().map(each -> new Object[] {each.seq()}).toList());
    }

    /** What happened to an order and its problems, oldest first. */
    List<LedgerEntry> of(String orderId) {
        return jdbc.sql("select seq, " + COLUMNS
                        + " from ledger_entry where order_id = ? order by seq fetch first ? rows only")
                .params(orderId, MOST_OF_A_CASE)
                .query((row, n) -> entry(row))
                .list();
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("seq"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("order_id"),
                row.getString("problem_id"),
                row.getObject("problem_seq", Integer.class),
                row.getTimestamp("at").toInstant(),
                row.getString("state_before"),
                row.getString("state"),
                heading(row),
                row.getString("category"),
                row.getObject("round", Integer.class),
                row.getObject("relapsed", Boolean.class),
                row.getString("term"),
                row.getString("term_status"),
                row.getObject("due", LocalDate.class));
    }

    private static @Nullable Heading heading(ResultSet row) throws SQLException {
        return row.getString("title") == null
                ? null
                : new Heading(
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("issuer_unit"),
                        row.getString("addressee_unit"),
                        row.getString("accused_unit"),
                        row.getString("district_unit"),
                        row.getString("instrument"),
                        row.getDate("issued_on").toLocalDate());
    }

    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static SqlParameterValue date(@Nullable LocalDate day) {
        return new SqlParameterValue(Types.DATE, day == null ? null : Date.valueOf(day));
    }
}
