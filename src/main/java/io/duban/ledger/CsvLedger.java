package io.duban.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.duban.engine.CellText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ledger as CSV: UTF-8 with a byte order mark, every cell in quotation marks, nothing that begins like a formula. */
final class CsvLedger implements LedgerFile {

    private final CsvWriter csv;

    CsvLedger(OutputStream out) {
        try {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write('\ufeff');
            csv = CsvWriter.builder()
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(writer);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void head(List<String> sentences, List<String> columns) {
        sentences.forEach(each -> csv.writeRecord(CellText.csv(each)));
        csv.writeRecord(columns);
    }

    @Override
    public void row(List<Object> cells) {
        csv.writeRecord(cells.stream()
                .map(each -> each instanceof Number ? each.toString() : CellText.csv(each.toString()))
                .toList());
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
