package io.duban.returns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * 附件5 as a workbook in the official layout: one page of A4. What people typed stands behind words of ours and in cells of
 * text, never at the start of a cell and never as a formula.
 */
final class AnnexFiveWorkbook {

    private static final int LAST = 4;
    private static final double[] WIDTHS = {15, 40, 11, 11, 11};

    private final AnnexFiveReturn shown;
    private final Worksheet sheet;
    private int row;

    private AnnexFiveWorkbook(AnnexFiveReturn shown, Worksheet sheet) {
        this.shown = shown;
        this.sheet = sheet;
    }

    static byte[] of(AnnexFiveReturn shown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Duban", "1.0")) {
            new AnnexFiveWorkbook(shown, workbook.newWorksheet("附件5")).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write() {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        head();
        int table = row;
        institutions();
        byStage("责任督学到校督导工作情况", "落实内容", TypedPart.explained());
        mainProblems();
        byStage("学校整改落实情况", "整改进展", Figure.rectified());
        accountable();
        across("典型经验", "共发现典型经验  " + shown.cells().get(Figure.EXPERIENCES, ReturnColumn.TOTAL) + "  例（附相关材料）", 26);
        sheet.range(table, 0, row - 1, LAST)
                .style()
                .borderStyle(BorderStyle.THIN)
                .wrapText(true)
                .verticalAlignment("center")
                .fontName("仿宋")
                .fontSize(11)
                .set();
        notes();
        page();
    }

    private void head() {
        line("附件5", 20);
        sheet.style(0, 0).fontName("黑体").fontSize(12).set();
        line(shown.title(), 34);
        sheet.range(1, 0, 1, LAST)
                .style()
                .fontName("宋体")
                .fontSize(16)
                .bold()
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        String filler = shown.own().map(each -> each.typed().filler()).orElse("");
        String phone = shown.own().map(each -> each.typed().phone()).orElse("");
        line("填报单位：" + shown.unit().name() + "    填报人：" + filler + "    联系电话：" + phone, 24);
        sheet.range(2, 0, 2, LAST)
                .style()
                .fontName("仿宋")
                .fontSize(11)
                .wrapText(true)
                .set();
    }

    private void institutions() {
        across(
                "责任督学到培训机构督导工作情况",
                "实地督导校外培训机构数量  " + shown.cells().get(Figure.INSTITUTIONS, ReturnColumn.TOTAL) + "  （个），其中：\n学科类  "
                        + shown.cells().get(Figure.SUBJECT_INSTITUTIONS, ReturnColumn.TOTAL) + "  ，非学科类  "
                        + shown.cells().get(Figure.OTHER_INSTITUTIONS, ReturnColumn.TOTAL),
                46);
    }

    private void byStage(String category, String heading, List<Figure> figures) {
        int first = row;
        headings(category, heading, "合计", "小学", "初中");
        for (Figure figure : figures) {
            sheet.value(row, 1, figure.label());
            for (int i = 0; i < figure.columns().size(); i++) {
                number(i + 2, figure, figure.columns().get(i));
            }
            sheet.rowHeight(row++, 24);
        }
        merged(first, 0, row - 1, 0);
    }

    private void accountable() {
        int first = row;
        headings("问责情况", "问责情况", "合计", ReturnColumn.DISTRICT_OFFICE.label(), "");
        merged(first, 3, first, LAST);
        for (Figure figure : Figure.accountable()) {
            sheet.value(row, 1, figure.label());
            number(2, figure, ReturnColumn.TOTAL);
            number(3, figure, ReturnColumn.DISTRICT_OFFICE);
            merged(row, 3, row, LAST);
            sheet.rowHeight(row++, 24);
        }
        merged(first, 0, row - 1, 0);
    }

    private void mainProblems() {
        int first = row;
        sheet.value(row, 0, "主要问题");
        for (int i = 0; i < TypedPart.MAIN_PROBLEMS; i++) {
            sheet.value(row, 1, (i + 1) + "．" + shown.mainProblems().get(i));
            merged(row, 1, row, LAST);
            sheet.rowHeight(row++, 30);
        }
        merged(first, 0, row - 1, 0);
    }

    private void headings(String category, String... headings) {
        sheet.value(row, 0, category);
        for (int i = 0; i < headings.length; i++) {
            sheet.value(row, i + 1, headings[i]);
        }
        sheet.range(row, 0, row, LAST)
                .style()
                .horizontalAlignment("center")
                .bold()
                .set();
        sheet.rowHeight(row++, 24);
    }

    private void number(int column, Figure figure, ReturnColumn of) {
        sheet.value(row, column, shown.cells().get(figure, of));
        sheet.style(row, column).horizontalAlignment("center").set();
    }

    private void across(String category, String text, int height) {
        sheet.value(row, 0, category);
        sheet.value(row, 1, text);
        merged(row, 1, row, LAST);
        sheet.rowHeight(row++, height);
    }

    private void notes() {
        note("说明：“学校整改落实情况”栏中，存在问题=已完成整改+正在整改问题");
        shown.checks().stream()
                .map(each -> "校验：" + each.sentence() + (each.reason() == null ? "" : "情况说明：" + each.reason()))
                .forEach(this::note);
    }

    private void note(String text) {
        line(text, 20);
        sheet.range(row - 1, 0, row - 1, LAST)
                .style()
                .fontName("仿宋")
                .fontSize(10)
                .wrapText(true)
                .set();
    }

    private void line(String text, int height) {
        sheet.value(row, 0, text);
        merged(row, 0, row, LAST);
        sheet.rowHeight(row++, height);
    }

    private void merged(int top, int left, int bottom, int right) {
        sheet.range(top, left, bottom, right).merge();
    }

    private void page() {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 1);
        sheet.addNamedRange(sheet.range(0, 0, row - 1, LAST), "_xlnm.Print_Area");
    }
}
