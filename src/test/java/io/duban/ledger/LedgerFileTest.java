package io.duban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

    private static final List<String> NASTY = List.of(
            "=1+1", "＝cmd|'/c calc'!A1", "+1", "-1", "@x", "\tx", "a,\"b\"\nc", "<b>&amp;", "正常文字", "\u0001控制符");

    @Test
    void xlsxKeepsTextAsTextAndHasNoFormula(@TempDir Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new XlsxLedger(out)) {
            file.head(List.of("工作台账", "筛选条件：=HYPERLINK(1)"), List.of("标题", "逾期天数"));
            NASTY.forEach(each -> file.row(List.of(each, 7)));
        }

        for (String part : parts(out.toByteArray(), folder.resolve("ledger.xlsx"))) {
            assertThat(part).doesNotContain("<f>").doesNotContain("<f ");
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(0)).isEqualTo("筛选条件：=HYPERLINK(1)");
            for (int i = 0; i < NASTY.size(); i++) {
                Row row = rows.get(3 + i);
                assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCellText(0)).isEqualTo(NASTY.get(i).replace("\u0001", ""));
                assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            }
        }
    }

    @Test
    void whatExceedsASheetGoesOnInTheNextUnderTheSameHeadings() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new XlsxLedger(out, 10)) {
            file.head(List.of("工作台账", "筛选条件：全部"), List.of("编号"));
            for (int i = 0; i < 20; i++) {
                file.row(List.of("第" + i + "号"));
            }
        }

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("台账", "台账（续1）", "台账（续2）");
            assertThat(sheets.get(2).read()).hasSize(3 + 6);
            assertThat(sheets.get(2).read().get(2).getCellText(0)).isEqualTo("编号");
            assertThat(sheets.get(2).read().get(8).getCellText(0)).isEqualTo("第19号");
        }
    }

    @Test
    void csvBeginsWithAByteOrderMarkAndHoldsNoFormula() {
        var out = new ByteArrayOutputStream();
        try (var file = new CsvLedger(out)) {
            file.head(List.of("=筛选"), List.of("标题", "逾期天数"));
            NASTY.forEach(each -> file.row(List.of(each, -7)));
        }

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff\"'=筛选\"\r\n\"标题\",\"逾期天数\"\r\n");
        assertThat(text).contains("\"'=1+1\",\"-7\"", "\"'＝cmd", "\"a,\"\"b\"\"\nc\"", "\"正常文字\"");
        assertThat(text.lines().filter(line -> line.matches("\"[=+@＝\\t].*"))).isEmpty();
    }

    private static List<String> parts(byte[] zip, Path file) throws IOException {
        Files.write(file, zip);
        List<String> parts = new ArrayList<>();
        try (var in = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                parts.add(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
