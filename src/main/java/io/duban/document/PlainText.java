package io.duban.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;

/**
 * Puts a value into its tag as plain words, in the type the tag has. A value of several lines makes as many paragraphs of
 * the tag's own format; nothing in a value is ever read as a tag, a picture or a formula.
 */
final class PlainText implements RenderPolicy {

    private final List<XWPFParagraph> withoutCopies = new ArrayList<>();

    @Override
    public void render(ElementTemplate tag, @Nullable Object value, XWPFTemplate template) {
        XWPFRun run = ((RunTemplate) tag).getRun();
        List<String> lines = lines(value == null ? "" : value.toString());
        if (PaperKind.COPIES.equals(tag.getTagName())
                && lines.get(0).isEmpty()
                && run.getParent() instanceof XWPFParagraph line) {
            withoutCopies.add(line);
        }
        boolean alone = run.getParent() instanceof XWPFParagraph paragraph
                && paragraph.getRuns().size() == 1
                && lines.size() > 1;
        if (alone) {
            XWPFParagraph last = (XWPFParagraph) run.getParent();
            lines.subList(0, lines.size() - 1).forEach(line -> before(last, run, line));
            run.setText(lines.get(lines.size() - 1), 0);
        } else {
            run.setText(lines.get(0), 0);
            for (String line : lines.subList(1, lines.size())) {
                run.addBreak();
                run.setText(line);
            }
        }
    }

    /** 抄送 to nobody: its row goes, or its paragraph, or the table that had nothing else. */
    void leaveOutLinesWithoutCopies() {
        for (XWPFParagraph line : withoutCopies) {
            if (line.getBody() instanceof XWPFTableCell cell) {
                XWPFTable table = cell.getTableRow().getTable();
                if (table.getNumberOfRows() > 1) {
                    table.removeRow(table.getRows().indexOf(cell.getTableRow()));
                } else if (table.getBody() instanceof XWPFDocument document) {
                    document.removeBodyElement(document.getPosOfTable(table));
                }
            } else if (line.getBody() instanceof XWPFDocument document) {
                document.removeBodyElement(document.getPosOfParagraph(line));
            }
        }
    }

    /** A paragraph like the tag's own, in front of it. */
    private static void before(XWPFParagraph model, XWPFRun run, String line) {
        try (XmlCursor cursor = model.getCTP().newCursor()) {
            XWPFParagraph paragraph = model.getBody().insertNewParagraph(cursor);
            if (model.getCTP().isSetPPr()) {
                paragraph.getCTP().setPPr(model.getCTP().getPPr());
            }
            XWPFRun words = paragraph.createRun();
            if (run.getCTR().isSetRPr()) {
                words.getCTR().setRPr(run.getCTR().getRPr());
            }
            words.setText(line);
        }
    }

    /** The lines of a value, at least one, without what XML cannot hold. */
    private static List<String> lines(String value) {
        List<String> lines = value.strip()
                .replaceAll("\\R", "\n")
                .replaceAll("[^\\n\\t\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? List.of("") : lines;
    }
}
