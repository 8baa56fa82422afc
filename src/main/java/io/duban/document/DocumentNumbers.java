package io.duban.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 发文字号: one series for each issuer, 代字 and year. The next number follows from the register itself, which nothing ever
 * leaves; the row of the issuer's year is locked until the paper that takes the number is committed or gone with its
 * transaction. So there is no gap and no double, and no counter that could differ from the papers; and because that row
 * comes before all series of the issuer, two who issue several papers in different order never wait for each other.
 */
@Repository
class DocumentNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentNumbers.class);

    /** What stands in the place of a 代字 in the row of an issuer's year; no 代字 is written like this. */
    private static final String YEAR = "*";

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
    DocumentNumber next(PaperKind kind, String issuerUnit, int year) {
        Series series = locked(kind, issuerUnit, year);
        int last = jdbc.sql("select coalesce(max(number_seq), 0) from paper"
                        + " where issuer_unit = ? and symbol = ? and number_year = ?")
                .params(issuerUnit, series.symbol(), year)
                .query(Integer.class)
                .single();
        return new DocumentNumber(
                issuerUnit, series.symbol(), year, Math.max(last, series.numberBefore()) + 1, kind.isNumberedAsForm());
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

    /** Whether this transaction has taken a number, so that until it ends nobody else gets one of this issuer. */
    boolean areHeld() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private void hold() {
        if (!areHeld() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(DocumentNumbers.this);
                }
            });
        }
    }

    private Series locked(PaperKind kind, String issuerUnit, int year) {
        hold();
        Series series = lock(kind, issuerUnit, year)
                .or(() -> {
                    begin(issuerUnit, YEAR, year);
                    return lock(kind, issuerUnit, year);
                })
                .orElseThrow();
        if (series.before() == null) {
            begin(issuerUnit, series.symbol(), year);
            return lock(kind, issuerUnit, year).orElseThrow();
        }
        return series;
    }

    /** Locks the issuer's year, if it has begun; the series may not have. */
    private Optional<Series> lock(PaperKind kind, String issuerUnit, int year) {
        String usual = symbols.usual(kind, issuerUnit);
        String symbol = "coalesce((select p.symbol from document_symbol p where p.issuer_unit = ? and p.kind = ?), ?)";
        return jdbc.sql("select " + symbol + " as symbol, (select s.before_register from document_series s"
                        + " where s.issuer_unit = ? and s.number_year = ? and s.symbol = " + symbol
                        + ") as before_register from document_series y"
                        + " where y.issuer_unit = ? and y.number_year = ? and y.symbol = ? for update")
                .params(issuerUnit, kind.name(), usual, issuerUnit, year, issuerUnit, kind.name(), usual)
                .params(issuerUnit, year, YEAR)
                .query((row, n) -> new Series(row.getString("symbol"), row.getObject("before_register", Integer.class)))
                .optional();
    }

    /**
     * The first of the year, or of its series. Another transaction may be first, which by then has committed; the
     * savepoint keeps this one alive, which PostgreSQL would otherwise abort.
     */
    private void begin(String issuerUnit, String symbol, int year) {
        try {
            savepoint.executeWithoutResult(status -> jdbc.sql("insert into document_series"
                            + " (issuer_unit, symbol, number_year, before_register) values (?, ?, ?, 0)")
                    .params(issuerUnit, symbol, year)
                    .update());
        } catch (DuplicateKeyException alreadyBegun) {
            LOG.debug("{} {} {} has begun meanwhile", issuerUnit, symbol, year);
        }
    }

    /**
     * A series under the lock of its issuer's year.
     *
     * @param before the last number given out before there was a register; null for a series that has not begun
     */
    private record Series(String symbol, @Nullable Integer before) {

        int numberBefore() {
            return before == null ? 0 : before;
        }
    }
}
