package io.duban.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/** 作废标记: a void paper that is handed out says so before its first line; what is kept stays as it was issued. */
final class VoidMark {

    private static final String RED = "C00000";
    private static final int LARGE = 22;
    private static final int SMALL = 12;

    private VoidMark() {}

    static byte[] on(byte[] docx, LocalDate day, String reason) {
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx));
                ByteArrayOutputStream marked = new ByteArrayOutputStream()) {
            line(paper, "本件已于" + Papers.chinese(day) + "作废。理由：" + reason, SMALL);
            line(paper, "作　废", LARGE);
            paper.write(marked);
            return marked.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void line(XWPFDocument paper, String text, int size) {
        try (XmlCursor first = paper.getDocument().getBody().newCursor()) {
            first.toFirstChild();
            XWPFParagraph line = paper.insertNewParagraph(first);
            line.setAlignment(ParagraphAlignment.CENTER);
            offTheGrid(line);
            XWPFRun words = line.createRun();
            words.setBold(true);
            words.setColor(RED);
            words.setFontSize(size);
            words.setText(text);
        }
    }

    /** The grid of an official paper would draw the signs apart and push its last lines to another page. */
    private static void offTheGrid(XWPFParagraph line) {
        CTPPr format = line.getCTP().isSetPPr()
                ? line.getCTP().getPPr()
                : line.getCTP().addNewPPr();
        format.addNewSnapToGrid().setVal(false);
        line.setSpacingBetween(1);
    }
}
