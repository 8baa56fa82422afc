package io.duban.ledger;

import java.util.List;

/** A file being written line by line; nothing of it is kept. */
interface LedgerFile extends AutoCloseable {

    /** Rows of one cell each above the table: what it is, the filter, how many rows, when. */
    void head(List<String> sentences, List<String> columns);

    /** One row; numbers stay numbers, everything else is text. */
    void row(List<Object> cells);

    @Override
    void close();
}
