package io.duban.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Writes a DOCX that says nothing about who made it, where and when (文档属性): fixed properties, fixed times, entries in
 * order, so that the same words give the same bytes.
 */
final class NeutralFile {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2012-07-01T00:00:00Z"));

    private static final String CORE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Duban</dc:creator>\
            <cp:lastModifiedBy>Duban</cp:lastModifiedBy><cp:revision>1</cp:revision>\
            <dcterms:created xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:created>\
            <dcterms:modified xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:modified></cp:coreProperties>
            """;
    private static final String EXTENDED = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
            <Application>Duban</Application></Properties>
            """;
    private static final String CUSTOM = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>
            """;

    private static final Map<String, String> PROPERTIES =
            Map.of("docProps/core.xml", CORE, "docProps/app.xml", EXTENDED, "docProps/custom.xml", CUSTOM);

    private NeutralFile() {}

    /** The parts of a document by name, in the order in which they are written. */
    static Map<String, byte[]> parts(XWPFDocument document) throws IOException {
        var written = new ByteArrayOutputStream();
        document.write(written);
        return parts(written.toByteArray());
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String neutral = PROPERTIES.get(entry.getName());
                parts.put(
                        entry.getName(),
                        neutral == null ? zip.readAllBytes() : neutral.getBytes(StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    static byte[] of(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(LONG_AGO);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
