package io.duban.ledger;

import io.duban.ledger.LedgerEntry.Heading;
import io.duban.ledger.LedgerLine.Standing;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines as a table; only the fold writes it. */
@Repository
class LedgerLines {

    static final String COLUMNS =
            "id, entry_id, kind, order_id, problem_seq, number, title, issuer_unit, addressee_unit,"
                    + " accused_unit, district_unit, province_unit, instrument, category, state, phase, issued_on, issue_month,"
                    + " own_due, due, late, relapsed, round, changed_at";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LedgerLines(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<LedgerLine> ofOrders(Collection<String> orderIds) {
        return jdbc.sql("select " + COLUMNS + " from ledger_line where order_id in (:ids) order by order_id, id")
                .param("ids", orderIds)
                .query((row, n) -> line(row))
                .list();
    }

    void insert(List<LedgerLine> lines) {
        batches.batchUpdate(
                "insert into ledger_line (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                lines.stream().map(LedgerLines::values).toList());
    }

    void update(List<LedgerLine> lines) {
        batches.batchUpdate(
                "update ledger_line set state=?, phase=?, own_due=?, due=?, late=?, relapsed=?, round=?, changed_at=?"
                        + " where id=?",
                lines.stream().map(LedgerLines::changes).toList());
    }

    private static Object[] values(LedgerLine line) {
        Heading heading = line.heading();
        Standing standing = line.standing();
        return new Object[] {
            line.id(),
            line.entryId(),
            line.kind().name(),
            line.orderId(),
            line.problemSeq(),
            heading.number(),
            heading.title(),
            heading.issuerUnit(),
            heading.addresseeUnit(),
            heading.accusedUnit(),
            heading.districtUnit(),
            line.provinceUnit(),
            heading.instrument(),
            line.category(),
            standing.state(),
            standing.phase().name(),
            Date.valueOf(heading.issuedOn()),
            line.month().toString(),
            Date.valueOf(standing.ownDue()),
            Date.valueOf(standing.due()),
            standing.late(),
            standing.relapsed(),
            standing.round(),
            Timestamp.from(standing.changedAt())
        };
    }

    private static Object[] changes(LedgerLine line) {
        Standing standing = line.standing();
        return new Object[] {
            standing.state(),
            standing.phase().name(),
            Date.valueOf(standing.ownDue()),
            Date.valueOf(standing.due()),
            standing.late(),
            standing.relapsed(),
            standing.round(),
            Timestamp.from(standing.changedAt()),
            line.id()
        };
    }

    static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getLong("id"),
                row.getString("entry_id"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("order_id"),
                row.getInt("problem_seq"),
                new Heading(
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("issuer_unit"),
                        row.getString("addressee_unit"),
                        row.getString("accused_unit"),
                        row.getString("district_unit"),
                        row.getString("instrument"),
                        row.getDate("issued_on").toLocalDate()),
                row.getString("province_unit"),
                row.getString("category"),
                new Standing(
                        row.getString("state"),
                        Phase.valueOf(row.getString("phase")),
                        row.getDate("own_due").toLocalDate(),
                        row.getDate("due").toLocalDate(),
                        row.getBoolean("late"),
                        row.getBoolean("relapsed"),
                        row.getInt("round"),
                        row.getTimestamp("changed_at").toInstant()));
    }
}
