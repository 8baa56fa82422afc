package io.duban.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 发文字号: one series for each issuer, 代字 and year. The next number follows from the register itself, which nothing ever
 * leaves; the row of the series is locked until the paper that takes the number is committed or gone with its
 * transaction. So there is no gap and no double, and no counter that could differ from the papers.
 */
@Repository
class DocumentNumbers {

    private final JdbcClient jdbc;
    private final DocumentSymbols symbols;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    DocumentNumbers(JdbcClient jdbc, DocumentSymbols symbols, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.symbols = symbols;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** The next number; whoever comes at the same time waits until this transaction has ended. */
    Allotted next(PaperKind kind, String issuerUnit, int year) {
        Series series = lock(kind, issuerUnit, year).orElseGet(() -> begun(kind, issuerUnit, year));
        return jdbc.sql("select (select max(number_seq) from paper"
                        + " where issuer_unit = ? and symbol = ? and number_year = ?) as last_number,"
                        + " (select max(version) from paper_template where kind = ?) as template_version")
                .params(issuerUnit, series.symbol(), year, kind.name())
                .query((row, n) -> new Allotted(
                        new DocumentNumber(
                                issuerUnit,
                                series.symbol(),
                                year,
                                Math.max(row.getInt("last_number"), series.before()) + 1,
                                kind.isNumberedAsForm()),
                        row.getInt("template_version")))
                .single();
    }

    /** The 代字 under which this unit numbers papers of this kind. */
    String symbol(PaperKind kind, String issuerUnit) {
        return jdbc.sql("select symbol from document_symbol where issuer_unit = ? and kind = ?")
                .params(issuerUnit, kind.name())
                .query(String.class)
                .optional()
                .orElseGet(() -> symbols.usual(kind, issuerUnit));
    }

    void setSymbol(PaperKind kind, String issuerUnit, String symbol, String person) {
        jdbc.sql("delete from document_symbol where issuer_unit = ? and kind = ?")
                .params(issuerUnit, kind.name())
                .update();
        jdbc.sql("insert into document_symbol (issuer_unit, kind, symbol, set_by, set_at) values (?, ?, ?, ?, ?)")
                .params(issuerUnit, kind.name(), symbol, person, Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Series> lock(PaperKind kind, String issuerUnit, int year) {
        return jdbc.sql("select symbol, before_register from document_series where issuer_unit = ? and number_year = ?"
                        + " and symbol = coalesce((select p.symbol from document_symbol p"
                        + " where p.issuer_unit = ? and p.kind = ?), ?) for update")
                .params(issuerUnit, year, issuerUnit, kind.name(), symbols.usual(kind, issuerUnit))
                .query((row, n) -> new Series(row.getString("symbol"), row.getInt("before_register")))
                .optional();
    }

    /**
     * The first of the year. Another transaction may be first, which by then has committed; the savepoint keeps this one
     * alive, which PostgreSQL would otherwise abort.
     */
    private Series begun(PaperKind kind, String issuerUnit, int year) {
        String symbol = symbol(kind, issuerUnit);
        try {
            savepoint.executeWithoutResult(status -> jdbc.sql("insert into document_series"
                            + " (issuer_unit, symbol, number_year, before_register) values (?, ?, ?, 0)")
                    .params(issuerUnit, symbol, year)
                    .update());
        } catch (DuplicateKeyException alreadyBegun) {
            return lock(kind, issuerUnit, year).orElseThrow();
        }
        return new Series(Objects.requireNonNull(symbol), 0);
    }

    private record Series(String symbol, int before) {}

    /**
     * A number that is ours as long as the transaction lasts.
     *
     * @param templateVersion the newest version of the kind's template, read along; 0 for the one shipped
     */
    record Allotted(DocumentNumber number, int templateVersion) {}
}
