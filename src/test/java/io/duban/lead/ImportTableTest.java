package io.duban.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duban.engine.Refusal;
import io.duban.lead.ImportTable.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTableTest {

    private static final List<String> COLUMNS = List.of("收到日期", "举报内容");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aTableIsReadInBothEncodings(String charset) {
        List<Line> lines =
                read("举报内容,收到日期\n\"收费，\n两行\",2026-09-01\n\n第二条,2026-09-02\n".getBytes(Charset.forName(charset)));

        assertThat(lines).extracting(Line::number).containsExactly(2L, 5L);
        assertThat(lines.get(0).get("举报内容")).isEqualTo("收费，\n两行");
        assertThat(lines.get(1).get("收到日期")).isEqualTo("2026-09-02");
        assertThat(lines.toString()).as("a line prints nothing").doesNotContain("收费");
    }

    @Test
    void aMarkAtTheStartIsNoPartOfTheFirstColumn() {
        assertThat(read("\uFEFF收到日期,举报内容\n2026-09-01,x\n".getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void aWorkbookIsReadAndItsDaysAreDays() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("表");
            sheet.value(0, 0, "收到日期");
            sheet.value(0, 1, "举报内容");
            sheet.value(1, 0, LocalDate.of(2026, 9, 1));
            sheet.style(1, 0).format("yyyy-MM-dd").set();
            sheet.value(1, 1, "周末补课");
            sheet.value(2, 0, "2026-09-02");
            sheet.value(2, 1, "收费");
        }
        List<Line> lines = read(file.toByteArray());

        assertThat(lines).extracting(line -> line.get("收到日期")).containsExactly("2026-09-01", "2026-09-02");
        assertThat(lines).extracting(line -> line.get("举报内容")).containsExactly("周末补课", "收费");
    }

    @Test
    void aSmallFileThatUnpacksWithoutEndIsRefused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 40; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        assertThat(bomb.size()).isLessThan(100_000);
        assertRefused(bomb.toByteArray(), "unpacked");
    }

    @Test
    void manySmallPartsAreRefusedToo() throws IOException {
        var many = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
                zip.closeEntry();
            }
        }
        assertRefused(many.toByteArray(), "unpacked");
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheRuleItBreaks() {
        assertRefused(new byte[0], "too-large");
        assertRefused(new byte[5 * 1024 * 1024], "too-large");
        assertRefused("收到日期\n2026-09-01\n".getBytes(StandardCharsets.UTF_8), "header");
        assertRefused("收到日期,举报内容\n".getBytes(StandardCharsets.UTF_8), "lines");
        assertRefused(("收到日期,举报内容\n" + "2026-09-01,x\n".repeat(501)).getBytes(StandardCharsets.UTF_8), "lines");
        assertRefused("收到日期,举报内容\n\"2026\"09-01,x\n".getBytes(StandardCharsets.UTF_8), "csv-syntax");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 10}, "encoding");
        assertRefused(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, "workbook");
    }

    private static List<Line> read(byte[] file) {
        return ImportTable.read(file, COLUMNS);
    }

    private static void assertRefused(byte[] file, String rule) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(file))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
