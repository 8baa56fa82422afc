package io.duban.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.organisation.AdminLevel;
import io.duban.organisation.Unit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The workbook of 附件5, read back cell by cell. */
class AnnexFiveWorkbookTest {

    private static final String FORMULA = "=HYPERLINK(\"http://x\",\"点我\")";

    @Test
    void theSheetIsTheAnnexLineByLine() throws IOException {
        byte[] file = AnnexFiveWorkbook.of(annex());
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/annex-5.xlsx"), file);
        List<Row> rows = rows(file);

        assertThat(text(rows, 0, 0)).isEqualTo("附件5");
        assertThat(text(rows, 1, 0)).isEqualTo("曾都区（演示）2026年“双减”督导有关情况统计表");
        assertThat(text(rows, 2, 0)).startsWith("填报单位：曾都区（演示）").contains("填报人：", "联系电话：021-00000000");
        assertThat(text(rows, 3, 1)).contains("实地督导校外培训机构数量  5  （个），其中：", "学科类  2  ，非学科类  3");
        assertThat(labels(rows, 0))
                .containsSubsequence("责任督学到培训机构督导工作情况", "责任督学到校督导工作情况", "主要问题", "学校整改落实情况", "问责情况", "典型经验");
        assertThat(labels(rows, 1))
                .containsSubsequence(
                        "落实内容",
                        "派出责任督学数（人）",
                        "实地督导学校数量（所）",
                        "责任督学已出具整改通知书及问题清单（套）",
                        "整改进展",
                        "存在问题学校（所）",
                        "已完成整改学校数",
                        "存在问题（个）",
                        "已完成整改问题数",
                        "正在整改问题数",
                        "问责情况",
                        "印发督办单（件）",
                        "通报（次）",
                        "约谈（人次）",
                        "问责（人次）",
                        "共发现典型经验  1  例（附相关材料）");
        Row problems = row(rows, "存在问题（个）");
        assertThat(List.of(number(problems, 2), number(problems, 3), number(problems, 4)))
                .containsExactly(7, 4, 3);
        assertThat(number(row(rows, "约谈（人次）"), 3)).isEqualTo(2);
        assertThat(rows.stream().map(row -> row.getCellText(0)))
                .anyMatch(text -> text.startsWith("说明：“学校整改落实情况”栏中，存在问题=已完成整改+正在整改问题"));
    }

    @Test
    void cellsAreMergedAndTheSheetPrintsOnOnePage() throws IOException {
        Map<String, String> parts = parts(AnnexFiveWorkbook.of(annex()));
        String sheet = parts.get("xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("ref=\"A2:E2\"", "ref=\"A5:A8\"", "ref=\"A9:A11\"", "ref=\"A12:A17\"", "ref=\"A18:A22\"")
                .contains("ref=\"D18:E18\"")
                .contains("fitToPage")
                .contains("paperSize=\"9\"");
        assertThat(parts.get("xl/workbook.xml")).contains("_xlnm.Print_Area", "$A$1:$E$");
    }

    @Test
    void whatPeopleTypeIsNeverAFormula() throws IOException {
        byte[] file = AnnexFiveWorkbook.of(annex());

        assertThat(parts(file).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
        assertThat(rows(file).stream().flatMap(Row::stream).filter(cell -> cell != null))
                .noneMatch(cell -> cell.getType() == CellType.FORMULA)
                .noneMatch(cell -> cell.getText() != null && cell.getText().matches("(?s)[=+@\\-\t\r].*"))
                .anyMatch(cell -> cell.getText() != null && cell.getText().endsWith(FORMULA));
    }

    private static AnnexFiveReturn annex() {
        Cells cells = new Cells();
        Map<CellKey, Integer> numbers = new HashMap<>();
        cells.add(Figure.INSTITUTIONS, Column.TOTAL, 5);
        cells.add(Figure.SUBJECT_INSTITUTIONS, Column.TOTAL, 2);
        cells.add(Figure.OTHER_INSTITUTIONS, Column.TOTAL, 3);
        cells.add(Figure.INSPECTORS, Column.TOTAL, 9);
        cells.add(Figure.PROBLEMS, Column.TOTAL, 7);
        cells.add(Figure.PROBLEMS, Column.PRIMARY, 4);
        cells.add(Figure.PROBLEMS, Column.JUNIOR, 3);
        cells.add(Figure.INTERVIEWS, Column.TOTAL, 3);
        cells.add(Figure.INTERVIEWS, Column.DISTRICT_OFFICE, 2);
        cells.add(Figure.EXPERIENCES, Column.TOTAL, 1);
        TypedPart typed = new TypedPart(FORMULA, "021-00000000", numbers, Map.of(), List.of(FORMULA, "", ""));
        return new AnnexFiveReturn(
                new Unit("421303", "曾都区（演示）", AdminLevel.COUNTY, null, null, true),
                new ReturnPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                cells,
                Optional.of(new FilledIn("421303", 1, typed, "x", Instant.EPOCH)),
                List.of(FORMULA, "学校作业布置统筹不够（3个）", ""),
                List.of(),
                AnnexFiveChecks.of(cells, Map.of(), Map.of()),
                List.of(),
                List.of(),
                Map.of(),
                false);
    }

    private static List<Row> rows(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static String text(List<Row> rows, int row, int column) {
        return rows.get(row).getCellText(column);
    }

    private static List<String> labels(List<Row> rows, int column) {
        return rows.stream().map(row -> row.getCellText(column)).toList();
    }

    private static Row row(List<Row> rows, String label) {
        return rows.stream()
                .filter(row -> row.getCellText(1).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static int number(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow().intValue();
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        Path written = Files.createTempFile("annex-5", ".xlsx");
        Files.write(written, file);
        try (var zip = new ZipFile(written.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(written);
        return parts;
    }
}
