package io.duban.organisation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.duban.engine.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an uploaded CSV table as offices really save it: UTF-8 with or without a mark at the start, or GB18030. */
final class UploadedTable {

    /** The largest upload, in bytes. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private UploadedTable() {}

    /** The lines below the header, each with one value per column of the header. */
    static List<UploadedLine> read(InputStream body, Set<String> required, Set<String> optional) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw refuse("too-large", "文件超过4MB，请分批上传。", "The file exceeds 4 MB; upload it in parts.");
        }
        var records = parse(decode(bytes));
        if (records.size() < 2) {
            throw refuse("empty-table", "表格没有数据行，请补充后上传。", "The table has no lines; add some and upload again.");
        }
        var header = header(records.get(0), required, optional);
        return records.subList(1, records.size()).stream()
                .map(line -> line(line, header))
                .toList();
    }

    private static String decode(byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw refuse(
                "encoding", "文件编码须为UTF-8或GB18030，请另存后上传。", "Save the file as UTF-8 or GB18030 and upload it again.");
    }

    private static List<CsvRecord> parse(String text) {
        var records = new ArrayList<CsvRecord>();
        try (var reader = CsvReader.builder().acceptCharsAfterQuotes(false).ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            long last = records.isEmpty() ? 0 : records.get(records.size() - 1).getStartingLineNumber();
            throw refuse(
                    "csv-syntax",
                    "第" + last + "行之后的引号或字段有误，请检查CSV格式。",
                    "A quote or field after line " + last + " is wrong; check the CSV format.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static List<String> header(CsvRecord record, Set<String> required, Set<String> optional) {
        var columns = record.getFields().stream().map(String::strip).toList();
        var named = new HashSet<>(columns);
        var known = new HashSet<>(required);
        known.addAll(optional);
        if (named.size() != columns.size() || !named.containsAll(required) || !known.containsAll(named)) {
            var wanted = String.join(",", required);
            var more = optional.isEmpty() ? "" : "[," + String.join(",", optional) + "]";
            throw refuse("header", "表头须为：" + wanted + more + "。", "The header must be: " + wanted + more + ".");
        }
        return columns;
    }

    private static UploadedLine line(CsvRecord record, List<String> header) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            values.put(header.get(i), record.getField(i));
        }
        var line = new UploadedLine(record.getStartingLineNumber(), values);
        if (record.getFieldCount() != header.size()) {
            throw line.refuse(
                    "*",
                    "field-count",
                    "应有" + header.size() + "个字段，实有" + record.getFieldCount() + "个。",
                    header.size() + " fields expected, " + record.getFieldCount() + " found.");
        }
        return line;
    }

    private static Refusal refuse(String rule, String chinese, String english) {
        return Refusal.of("file", rule, "upload", chinese, english);
    }
}
