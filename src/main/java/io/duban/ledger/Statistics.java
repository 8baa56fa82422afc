package io.duban.ledger;

import java.util.List;

/**
 * 台账统计: tables of figures; each figure knows the filter whose rows it counts.
 *
 * @param total all lines the filter finds, the states and terms it asks for included
 */
record Statistics(long total, Table summary, Table ageing, List<Table> tables) {

    /**
     * One table.
     *
     * @param key names it, e.g. {@code district}
     * @param rates the headings of the rates behind the figures, if it has any
     */
    record Table(String key, String title, List<String> columns, List<String> rates, List<Line> lines) {}

    /** One line of a table; a rate is a quotient of two of its figures, as it is shown. */
    record Line(String key, String label, List<Figure> figures, List<String> rates) {}

    /** One figure and the query of exactly the rows it counts. */
    record Figure(String column, long count, String query) {}
}
