package io.duban.order;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 督办单编号: one sequence per issuer, instrument and year, allotted in the transaction that issues, so that no number is
 * lost with a rollback and none is given twice (INV-09). The 发文字号 of official papers is a matter of its own.
 */
@Repository
class OrderNumbers {

    private final JdbcClient jdbc;

    OrderNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int next(String issuerUnit, Instrument instrument, int year) {
        int rows = jdbc.sql("update order_number set last_number = last_number + 1"
                        + " where issuer_unit=? and instrument=? and number_year=?")
                .params(issuerUnit, instrument.name(), year)
                .update();
        if (rows == 0) {
            jdbc.sql("insert into order_number (issuer_unit, instrument, number_year, last_number) values (?,?,?,1)")
                    .params(issuerUnit, instrument.name(), year)
                    .update();
            return 1;
        }
        return jdbc.sql("select last_number from order_number where issuer_unit=? and instrument=? and number_year=?")
                .params(issuerUnit, instrument.name(), year)
                .query(Integer.class)
                .single();
    }
}
