package io.duban.lead;

import io.duban.lead.ImportTable.Numbered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** 导入的工作簿: the first sheet of an XLSX file, which is unpacked once to be measured before it is read. */
final class ImportWorkbook {

    private static final long LARGEST_UNPACKED = 32L * 1024 * 1024;
    private static final int MOST_PARTS = 200;
    private static final int WIDEST = 40;

    private ImportWorkbook() {}

    static List<Numbered> rows(byte[] file) {
        requireSmallUnpacked(file);
        List<Numbered> rows = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            for (var each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                rows.add(new Numbered(row.getRowNum(), cells(row)));
                ImportTable.requireFew(rows);
            }
        } catch (IOException | ExcelReaderException | IllegalArgumentException | UncheckedIOException broken) {
            throw ImportTable.refuse(
                    "workbook", "无法读取该 XLSX 文件，请用表格软件另存后导入。", "The workbook cannot be read; save it anew.");
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        return row.stream().limit(WIDEST).map(ImportWorkbook::cell).toList();
    }

    /** A date cell holds a number; offices may type the day as text or as a date. */
    private static String cell(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        String format = cell.getDataFormatString();
        boolean date = format != null && format.toLowerCase(Locale.ROOT).contains("yy");
        return date
                ? cell.asDate().toLocalDate().toString()
                : Optional.ofNullable(cell.getText()).orElse("");
    }

    private static void requireSmallUnpacked(byte[] file) {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var each = zip.getEntries().asIterator(); each.hasNext(); ) {
                parts++;
                try (InputStream part = zip.getInputStream(each.next())) {
                    for (int read = part.read(buffer); read > 0; read = part.read(buffer)) {
                        unpacked += read;
                        requireSmall(unpacked, parts);
                    }
                }
                requireSmall(unpacked, parts);
            }
        } catch (IOException broken) {
            throw ImportTable.refuse(
                    "workbook", "无法读取该 XLSX 文件，请用表格软件另存后导入。", "The workbook cannot be read; save it anew.");
        }
    }

    private static void requireSmall(long unpacked, int parts) {
        if (unpacked > LARGEST_UNPACKED || parts > MOST_PARTS) {
            throw ImportTable.refuse(
                    "unpacked", "该 XLSX 文件解压后过大，请只保留数据后另存再导入。", "The workbook is too large when unpacked.");
        }
    }
}
