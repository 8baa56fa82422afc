package io.duban.ledger;

import io.duban.engine.CellText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as XLSX, written on while it is read: each thousand rows leave the memory, text goes into its cell and not
 * into a table of all texts, and what exceeds a sheet goes on in the next. Cells are typed, so no text is ever a formula.
 */
final class XlsxLedger implements LedgerFile {

    private static final int MOST_ROWS = 1_048_576;
    private static final int FLUSH = 1000;
    private static final int[] WIDTHS = {16, 34, 16, 26, 22, 26, 14, 12};
    private static final int WIDTH = 14;

    private final Workbook book;
    private final int most;
    private List<String> sentences = List.of();
    private List<String> columns = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    XlsxLedger(OutputStream out) {
        this(out, MOST_ROWS);
    }

    /** @param most rows of a sheet */
    XlsxLedger(OutputStream out, int most) {
        this.book = new Workbook(out, "Duban", null);
        this.most = most;
    }

    @Override
    public void head(List<String> above, List<String> headings) {
        sentences = above;
        columns = headings;
        sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet fresh = book.newWorksheet(sheets == 1 ? "台账" : "台账（续" + (sheets - 1) + "）");
        row = 0;
        for (String sentence : sentences) {
            fresh.inlineString(row, 0, CellText.xlsx(sentence));
            row++;
        }
        for (int i = 0; i < columns.size(); i++) {
            fresh.width(i, i < WIDTHS.length ? WIDTHS[i] : WIDTH);
            fresh.inlineString(row, i, columns.get(i));
            fresh.style(row, i).bold().fillColor("EAF1F8").set();
        }
        row++;
        fresh.freezePane(0, row);
        return fresh;
    }

    @Override
    public void row(List<Object> cells) {
        Worksheet open = open();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number number) {
                open.value(row, i, number);
            } else if (!cells.get(i).toString().isEmpty()) {
                open.inlineString(row, i, CellText.xlsx(cells.get(i).toString()));
            }
        }
        row++;
        if (row % FLUSH == 0) {
            write(open::flush);
        }
    }

    private Worksheet open() {
        if (sheet == null || row >= most) {
            if (sheet != null) {
                write(sheet::finish);
            }
            sheet = begin();
        }
        return sheet;
    }

    @Override
    public void close() {
        write(book::finish);
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Writes to somebody who may have gone. */
    private interface Writing {
        void write() throws IOException;
    }
}
