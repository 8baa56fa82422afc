package io.duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes the templates that are shipped: {@code mvn -q -o test -Dtest=TemplateFiles -Dduban.templates=write}. What ships is
 * what is made here; an office opens and edits its own copy in Word.
 */
class TemplateFiles {

    private static final Path FOLDER = Path.of("src/main/resources/templates/documents");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2012-07-01T00:00:00Z"));
    private static final String SPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "duban.templates", matches = "write")
    void write(PaperKind kind) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(file(kind), made(kind));
    }

    @Test
    void everyKindHasItsTemplate() {
        assertThat(PaperKind.values()).hasSize(12).allMatch(kind -> Files.exists(file(kind)));
    }

    static Path file(PaperKind kind) {
        return FOLDER.resolve(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".docx");
    }

    static byte[] shipped(PaperKind kind) {
        try {
            return Files.readAllBytes(file(kind));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static byte[] made(PaperKind kind) throws IOException {
        boolean letter = kind.layout() == PaperLayout.LETTER;
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes(letter));
        parts.put(
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + type("officeDocument")
                        + "\" Target=\"word/document.xml\"/>"));
        parts.put("word/_rels/document.xml.rels", relationships(targets(letter)));
        parts.put("word/document.xml", document(kind, letter));
        parts.put("word/styles.xml", styles());
        parts.put("word/settings.xml", settings());
        parts.put("word/footer1.xml", footer("right", "right"));
        parts.put("word/footer2.xml", footer("left", "left"));
        if (letter) {
            parts.put("word/header3.xml", letterHead());
            parts.put("word/footer3.xml", letterFoot());
        }
        return zip(parts);
    }

    private static String document(PaperKind kind, boolean letter) {
        String first = letter
                ? "<w:headerReference w:type=\"first\" r:id=\"rId5\"/><w:footerReference w:type=\"first\" r:id=\"rId6\"/>"
                : "";
        return XML + "<w:document" + SPACES + "><w:body>" + Wording.of(kind).xml() + "<w:sectPr>" + first
                + "<w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"even\" r:id=\"rId4\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\""
                + " w:left=\"1588\" w:header=\"" + (letter ? 1701 : 851) + "\" w:footer=\"" + (letter ? 1134 : 1304)
                + "\" w:gutter=\"0\"/>" + (letter ? "<w:titlePg/>" : "")
                + "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"579\" w:charSpace=\"-846\"/></w:sectPr></w:body></w:document>";
    }

    /** 页码: 4号宋体, a dash on each side, one character in, odd at the right and even at the left. */
    private static String footer(String align, String side) {
        String number = "<w:r><w:rPr>" + song() + "</w:rPr><w:t xml:space=\"preserve\">— </w:t></w:r>"
                + field("begin") + "<w:r><w:rPr>" + song()
                + "</w:rPr><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + field("separate") + "<w:r><w:rPr>" + song() + "</w:rPr><w:t>1</w:t></w:r>" + field("end")
                + "<w:r><w:rPr>" + song() + "</w:rPr><w:t xml:space=\"preserve\"> —</w:t></w:r>";
        return XML + "<w:ftr" + SPACES + "><w:p><w:pPr><w:ind w:" + side + "=\"280\"/><w:jc w:val=\"" + align
                + "\"/></w:pPr>" + number + "</w:p></w:ftr>";
    }

    private static String field(String kind) {
        return "<w:r><w:rPr>" + song() + "</w:rPr><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
    }

    private static String song() {
        return "<w:rFonts w:ascii=\"宋体\" w:eastAsia=\"宋体\" w:hAnsi=\"宋体\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>";
    }

    /** 信函格式: issuer 30 mm from the top, a double red line of 170 mm 4 mm below, thick above thin. */
    private static String letterHead() {
        return XML + "<w:hdr" + SPACES
                + "><w:p><w:pPr><w:pBdr><w:bottom w:val=\"thickThinSmallGap\" w:sz=\"24\" w:space=\"11\""
                + " w:color=\"C00000\"/></w:pBdr><w:spacing w:after=\"200\" w:line=\"780\" w:lineRule=\"exact\"/>"
                + "<w:ind w:left=\"-397\" w:right=\"-397\"/><w:jc w:val=\"center\"/></w:pPr>"
                + Sheet.run(Sheet.BIAO, 60, Sheet.RED, 76, "{{发文机关}}") + "</w:p></w:hdr>";
    }

    /** The second double line, 20 mm from the bottom, thin above thick; no page number on the first page. */
    private static String letterFoot() {
        return XML + "<w:ftr" + SPACES
                + "><w:p><w:pPr><w:pBdr><w:bottom w:val=\"thinThickSmallGap\" w:sz=\"24\" w:space=\"1\""
                + " w:color=\"C00000\"/></w:pBdr><w:spacing w:line=\"240\" w:lineRule=\"exact\"/>"
                + "<w:ind w:left=\"-397\" w:right=\"-397\"/></w:pPr></w:p></w:ftr>";
    }

    private static String styles() {
        String font = Sheet.FANG;
        return XML + "<w:styles" + SPACES + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" + font
                + "\" w:eastAsia=\"" + font + "\" w:hAnsi=\"" + font + "\" w:cs=\"" + font
                + "\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
                + "<w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\">"
                + "<w:name w:val=\"Normal\"/><w:qFormat/></w:style></w:styles>";
    }

    private static String settings() {
        return XML + "<w:settings" + SPACES
                + "><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
                + "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
                + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";
    }

    private static String contentTypes(boolean letter) {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder types = new StringBuilder(XML
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        override(types, "document", word + "document.main+xml");
        override(types, "styles", word + "styles+xml");
        override(types, "settings", word + "settings+xml");
        override(types, "footer1", word + "footer+xml");
        override(types, "footer2", word + "footer+xml");
        if (letter) {
            override(types, "header3", word + "header+xml");
            override(types, "footer3", word + "footer+xml");
        }
        return types.append("</Types>").toString();
    }

    private static void override(StringBuilder types, String part, String type) {
        types.append("<Override PartName=\"/word/")
                .append(part)
                .append(".xml\" ContentType=\"")
                .append(type)
                .append("\"/>");
    }

    private static String targets(boolean letter) {
        return target(1, "styles", "styles")
                + target(2, "settings", "settings")
                + target(3, "footer", "footer1")
                + target(4, "footer", "footer2")
                + (letter ? target(5, "header", "header3") + target(6, "footer", "footer3") : "");
    }

    private static String target(int id, String type, String part) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type(type) + "\" Target=\"" + part + ".xml\"/>";
    }

    private static String type(String name) {
        return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + name;
    }

    private static String relationships(String all) {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(LONG_AGO);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
