package io.duban.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands on a sheet of GB/T 9704-2012, as WordprocessingML: type sizes, grid, red head, table, signature. */
final class Sheet {

    static final String FANG = "仿宋_GB2312";
    static final String BIAO = "方正小标宋简体";
    static final String HEI = "黑体";
    static final String RED = "C00000";
    static final String BLACK = "000000";

    /** 3号, 2号, 4号 in half points. */
    static final int THREE = 32;

    static final int TWO = 44;
    static final int FOUR = 28;

    /** One line of the grid: 22 of them fill 225 mm. */
    private static final int LINE = 579;

    /** One character of the grid: 28 of them fill 156 mm. */
    private static final int CHARACTER = 316;

    /** No punctuation in the margin, no gaps around digits. */
    private static final String PUNCTUATION =
            "<w:overflowPunct w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>";

    private static final String KEEP = "<w:keepNext/>";

    private final StringBuilder body = new StringBuilder();
    private int last;

    String xml() {
        return body.toString();
    }

    /** 红头: issuer and 文件, number, red line (文件格式). */
    Sheet redHead(int halfPoints, int scale) {
        paragraph(
                "<w:spacing w:before=\"1984\" w:line=\"" + halfPoints * 13
                        + "\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                run(BIAO, halfPoints, RED, scale, "{{发文机关}}"),
                run(BIAO, halfPoints, RED, scale, "文件"));
        blank();
        paragraph(
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"11\" w:color=\"" + RED + "\"/></w:pBdr>"
                        + exact() + "<w:jc w:val=\"center\"/>",
                run(FANG, THREE, BLACK, 100, "{{编号}}"));
        return blank();
    }

    /** 纪要标志, with number, issuer and date above the red line. */
    Sheet minutesHead(String mark) {
        paragraph(
                "<w:spacing w:before=\"1134\" w:line=\"1100\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                run(BIAO, 84, RED, 90, mark));
        blank();
        paragraph(exact() + "<w:jc w:val=\"center\"/>", run(FANG, THREE, BLACK, 100, "{{编号}}"));
        blank();
        paragraph(
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"11\" w:color=\"" + RED + "\"/></w:pBdr>"
                        + "<w:tabs><w:tab w:val=\"right\" w:pos=\"8844\"/></w:tabs>" + exact(),
                run(FANG, THREE, BLACK, 100, "{{发文机关}}"),
                "<w:r><w:tab/></w:r>",
                run(FANG, THREE, BLACK, 100, "{{成文日期}}"));
        return blank();
    }

    /** 信函格式: the number stands right under the first red line. */
    Sheet letterNumber() {
        paragraph(exact() + "<w:jc w:val=\"right\"/>", run(FANG, THREE, BLACK, 100, "{{编号}}"));
        return blank();
    }

    /** 标题: 2号小标宋, centred. */
    Sheet title(String text) {
        paragraph(
                "<w:spacing w:line=\"700\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                run(BIAO, TWO, BLACK, 100, text));
        return this;
    }

    Sheet centred(String text) {
        paragraph(exact() + "<w:jc w:val=\"center\"/>", run(FANG, THREE, BLACK, 100, text));
        return this;
    }

    Sheet right(String text) {
        paragraph(exact() + "<w:jc w:val=\"right\"/>", run(FANG, THREE, BLACK, 100, text));
        return this;
    }

    /** 主送机关: flush left, full-width colon. */
    Sheet addressee() {
        return blank().flush("{{主送}}：");
    }

    Sheet flush(String text) {
        paragraph(exact(), run(FANG, THREE, BLACK, 100, text));
        return this;
    }

    /** 正文: 3号仿宋, two characters in; a part before ‖ is set in 黑体. */
    Sheet text(String text) {
        List<String> runs = new ArrayList<>();
        String rest = text;
        int bar = text.indexOf('‖');
        if (bar >= 0) {
            runs.add(run(HEI, THREE, BLACK, 100, text.substring(0, bar)));
            rest = text.substring(bar + 1);
        }
        if (!rest.isEmpty()) {
            runs.add(run(FANG, THREE, BLACK, 100, rest));
        }
        paragraph(
                (rest.isEmpty() ? KEEP : "") + exact()
                        + "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>",
                runs.toArray(String[]::new));
        return this;
    }

    Sheet blank() {
        paragraph(exact(), run(FANG, THREE, BLACK, 100, ""));
        return this;
    }

    /** 署名与成文日期 after two lines. */
    Sheet signature(int issuer) {
        return signature(issuer, 2);
    }

    /**
     * 署名与成文日期: the date four characters from the right, the issuer centred above it as far as the margin lets it;
     * never alone on a page.
     *
     * @param issuer how many characters the issuer's name has
     * @param blanks how many lines it stands below the text
     */
    Sheet signature(int issuer, int blanks) {
        int date = 7;
        int indent = Math.max(0, 4 * CHARACTER + (date - issuer) * CHARACTER / 2);
        body.insert(last + "<w:p><w:pPr>".length(), KEEP);
        for (int i = 0; i < blanks; i++) {
            paragraph(KEEP + exact(), run(FANG, THREE, BLACK, 100, ""));
        }
        paragraph(
                KEEP + exact() + "<w:ind w:right=\"" + indent + "\"/><w:jc w:val=\"right\"/>",
                run(FANG, THREE, BLACK, 100, "{{发文机关}}"));
        paragraph(
                exact() + "<w:ind w:right=\"" + 4 * CHARACTER + "\"/><w:jc w:val=\"right\"/>",
                run(FANG, THREE, BLACK, 100, "{{成文日期}}"));
        return this;
    }

    /** A table whose second row is repeated for each line of the list. */
    Sheet list(String[] heads, int... widths) {
        StringBuilder head = new StringBuilder("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        StringBuilder row = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < heads.length; i++) {
            String tag = i == 0 ? run(HEI, FOUR, BLACK, 100, "{{" + PaperRenderer.ROWS + "}}") : "";
            head.append(cell(widths[i], 1, "center", tag + run(HEI, FOUR, BLACK, 100, heads[i])));
            boolean centred = widths[i] < 2650;
            row.append(
                    cell(widths[i], 1, centred ? "center" : "left", run(FANG, FOUR, BLACK, 100, "[" + heads[i] + "]")));
        }
        table(head.append("</w:tr>").append(row).append("</w:tr>").toString(), widths);
        return this;
    }

    /**
     * 版记: 4号仿宋 between rules, the outer ones 0.35 mm and the inner one 0.25 mm thick, at the foot of the type area of
     * the page on which the text ends. The table floats and is held by a paragraph of one point after it.
     */
    Sheet imprint() {
        body.append("<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:topFromText=\"0\""
                + " w:bottomFromText=\"0\" w:vertAnchor=\"margin\" w:horzAnchor=\"page\" w:tblpX=\"1588\""
                + " w:tblpYSpec=\"bottom\"/><w:tblOverlap w:val=\"never\"/><w:tblW w:w=\"8844\" w:type=\"dxa\"/><w:tblBorders>"
                + rule("top", 8) + rule("bottom", 8) + rule("insideH", 6)
                + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"5700\"/>"
                + "<w:gridCol w:w=\"3144\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
                + imprintCell(8844, 2, "<w:ind w:left=\"1120\" w:right=\"280\" w:hanging=\"840\"/>", "抄送：{{抄送}}。")
                + "</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>"
                + imprintCell(5700, 1, "<w:ind w:left=\"280\"/>", "{{印发机关}}")
                + imprintCell(3144, 1, "<w:ind w:right=\"280\"/><w:jc w:val=\"right\"/>", "{{印发日期}}印发")
                + "</w:tr></w:tbl>");
        paragraph(
                "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>",
                run(FANG, 2, BLACK, 100, ""));
        return this;
    }

    private static String rule(String side, int eighths) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"" + eighths + "\" w:space=\"0\" w:color=\"000000\"/>";
    }

    private static String imprintCell(int width, int span, String align, String text) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + (span > 1 ? "<w:gridSpan w:val=\"" + span + "\"/>" : "")
                + "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>" + PUNCTUATION
                + "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"520\" w:lineRule=\"exact\"/>" + align + "</w:pPr>"
                + run(FANG, FOUR, BLACK, 100, text) + "</w:p></w:tc>";
    }

    /** Rows of a form: what is asked, what is answered. */
    Sheet form(int first, String[]... rows) {
        StringBuilder all = new StringBuilder();
        for (String[] row : rows) {
            all.append("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"640\"/></w:trPr>")
                    .append(cell(first, 1, "center", run(HEI, FOUR, BLACK, 100, row[0])))
                    .append(cell(8844 - first, 1, "left", run(FANG, FOUR, BLACK, 100, row[1])))
                    .append("</w:tr>");
        }
        table(all.toString(), first, 8844 - first);
        return this;
    }

    private void table(String rows, int... widths) {
        StringBuilder grid = new StringBuilder();
        for (int width : widths) {
            grid.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        String borders = List.of("top", "left", "bottom", "right", "insideH", "insideV").stream()
                .map(each -> "<w:" + each + " w:val=\"single\" w:sz=\"" + (each.startsWith("inside") ? 4 : 8)
                        + "\" w:space=\"0\" w:color=\"000000\"/>")
                .collect(Collectors.joining());
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"8844\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>")
                .append(borders)
                .append(
                        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>"
                                + "<w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>")
                .append(grid)
                .append("</w:tblGrid>")
                .append(rows)
                .append("</w:tbl>");
    }

    private static String cell(int width, int span, String align, String runs) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + (span > 1 ? "<w:gridSpan w:val=\"" + span + "\"/>" : "")
                + "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>" + PUNCTUATION + "<w:snapToGrid w:val=\"0\"/>"
                + "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"440\" w:lineRule=\"exact\"/><w:jc w:val=\""
                + align
                + "\"/></w:pPr>" + runs + "</w:p></w:tc>";
    }

    private void paragraph(String properties, String... runs) {
        last = body.length();
        body.append("<w:p><w:pPr>").append(properties).append("</w:pPr>");
        for (String each : runs) {
            body.append(each);
        }
        body.append("</w:p>");
    }

    private static String exact() {
        return PUNCTUATION + "<w:spacing w:line=\"" + LINE + "\" w:lineRule=\"exact\"/>";
    }

    static String run(String font, int halfPoints, String colour, int scale, String text) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"" + font + "\" w:eastAsia=\"" + font + "\" w:hAnsi=\"" + font
                + "\" w:cs=\"" + font + "\"/>"
                + (colour.equals(BLACK) ? "" : "<w:color w:val=\"" + colour + "\"/>")
                + (scale == 100 ? "" : "<w:w w:val=\"" + scale + "\"/>")
                + "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/></w:rPr>"
                + (text.isEmpty() ? "" : "<w:t xml:space=\"preserve\">" + text + "</w:t>") + "</w:r>";
    }
}
