package io.duban.lead;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.duban.engine.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 导入表格: the lines of an uploaded file as offices save it, CSV in UTF-8 or GB18030, or XLSX. A workbook is unpacked once
 * to be measured before it is read, so that a small file cannot fill the memory.
 */
final class ImportTable {

    static final int MOST_LINES = 500;

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private ImportTable() {}

    /** One line: its number in the file and its cells by column name; prints nothing. */
    record Line(long number, Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** The cells of one row, by place. */
    record Numbered(long number, List<String> cells) {}

    /** The lines below the header; refuses a file that cannot be read, is too large or lacks a column. */
    static List<Line> read(byte[] file, List<String> columns) {
        if (file.length == 0 || file.length > LARGEST) {
            throw refuse("too-large", "文件不得为空，不得超过 4 MB，请分批导入。", "The file is empty or exceeds 4 MB.");
        }
        boolean workbook = file.length > ZIP.length && Arrays.equals(Arrays.copyOf(file, ZIP.length), ZIP);
        List<Numbered> rows = (workbook ? ImportWorkbook.rows(file) : text(file))
                .stream()
                        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
                        .toList();
        if (rows.size() < 2 || rows.size() > MOST_LINES + 1) {
            throw refuse(
                    "lines",
                    "表格应有 1 至 " + MOST_LINES + " 行数据，请分批导入。",
                    "The table must hold 1 to " + MOST_LINES + " lines.");
        }
        List<String> header = rows.get(0).cells().stream().map(String::strip).toList();
        if (!header.containsAll(columns)) {
            throw refuse("header", "表头须含：" + String.join("、", columns) + "。", "Columns are missing in the header.");
        }
        return rows.subList(1, rows.size()).stream()
                .map(row -> new Line(row.number(), named(header, row.cells())))
                .toList();
    }

    private static Map<String, String> named(List<String> header, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return named;
    }

    private static List<Numbered> text(byte[] file) {
        List<Numbered> rows = new ArrayList<>();
        try (var reader = CsvReader.builder().acceptCharsAfterQuotes(false).ofCsvRecord(decoded(file))) {
            for (var each : reader) {
                rows.add(new Numbered(each.getStartingLineNumber(), each.getFields()));
                requireFew(rows);
            }
        } catch (CsvParseException broken) {
            throw refuse(
                    "csv-syntax",
                    "第 " + rows.size() + " 行之后的引号或字段有误，请检查 CSV 格式。",
                    "A quote or field is wrong; check the CSV format.");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    private static String decoded(byte[] file) {
        return Stream.of(StandardCharsets.UTF_8, GB18030)
                .flatMap(charset -> decoded(file, charset).stream())
                .findFirst()
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .orElseThrow(() ->
                        refuse("encoding", "文件编码须为 UTF-8 或 GB18030，请另存后导入。", "Save the file as UTF-8 or GB18030."));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    static void requireFew(List<Numbered> rows) {
        if (rows.size() > MOST_LINES * 2) {
            throw refuse("lines", "表格超过 " + MOST_LINES + " 行，请分批导入。", "The table has too many lines.");
        }
    }

    static Refusal refuse(String rule, String chinese, String english) {
        return Refusal.of("file", rule, "导入", chinese, english);
    }
}
