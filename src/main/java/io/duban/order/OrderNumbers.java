package io.duban.order;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 督办单编号: one sequence per issuer, instrument and year, allotted in the transaction that issues, so that no number is
 * lost with a rollback and none is given twice (INV-09). The 发文字号 of official papers is a matter of its own.
 */
@Repository
class OrderNumbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    OrderNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The next number; whoever comes at the same time waits until this transaction has ended. */
    int next(String issuerUnit, Instrument instrument, int year) {
        if (!advance(issuerUnit, instrument, year) && !begin(issuerUnit, instrument, year)) {
            advance(issuerUnit, instrument, year);
        }
        return jdbc.sql("select last_number from order_number where issuer_unit=? and instrument=? and number_year=?")
                .params(issuerUnit, instrument.name(), year)
                .query(Integer.class)
                .single();
    }

    private boolean advance(String issuerUnit, Instrument instrument, int year) {
        return jdbc.sql("update order_number set last_number = last_number + 1"
                                + " where issuer_unit=? and instrument=? and number_year=?")
                        .params(issuerUnit, instrument.name(), year)
                        .update()
                == 1;
    }

    /**
     * The first of the year; false when another transaction was first, which by then has committed. The savepoint keeps
     * this one alive, which PostgreSQL would otherwise abort.
     */
    private boolean begin(String issuerUnit, Instrument instrument, int year) {
        try {
            savepoint.executeWithoutResult(status -> jdbc.sql("insert into order_number"
                            + " (issuer_unit, instrument, number_year, last_number) values (?,?,?,1)")
                    .params(issuerUnit, instrument.name(), year)
                    .update());
            return true;
        } catch (DuplicateKeyException alreadyBegun) {
            return false;
        }
    }
}
