package io.duban.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word, Excel, film and sound files as offices and telephones make them, to be spoiled by tests. */
public final class OfficeFiles {

    public static final String AUTHOR = "canary-author-wang";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String TYPES = types("");
    private static final String CORE = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>" + AUTHOR
            + "</dc:creator></cp:coreProperties>";

    private OfficeFiles() {}

    /** The declaration of what the parts are, with more lines in it. */
    public static String types(String more) {
        return "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                + "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                + override("word/document.xml", OFFICE + "wordprocessingml.document.main+xml")
                + override("xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml")
                + override("xl/worksheets/sheet1.xml", OFFICE + "spreadsheetml.worksheet+xml")
                + more
                + "</Types>";
    }

    public static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    public static Map<String, String> docxParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put(
                "_rels/.rels",
                rels("<Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/>"));
        parts.put("word/document.xml", document("<w:r><w:t>整改情况说明</w:t></w:r>"));
        parts.put("docProps/core.xml", CORE);
        return parts;
    }

    public static Map<String, String> xlsxParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put(
                "_rels/.rels",
                rels("<Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        parts.put("xl/workbook.xml", "<workbook xmlns=\"w\"><sheets/></workbook>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"w\"><f>SUM(A1:A3)&amp;\"|\"&amp;Sheet2!B1</f></worksheet>");
        return parts;
    }

    public static String rels(String inside) {
        return "<Relationships xmlns=\"r\">" + inside + "</Relationships>";
    }

    public static String document(String inside) {
        return "<w:document xmlns:w=\"w\"><w:body><w:p>" + inside + "</w:p></w:body></w:document>";
    }

    public static byte[] packed(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] docx() {
        return packed(docxParts());
    }

    public static byte[] xlsx() {
        return packed(xlsxParts());
    }

    public static byte[] mp4() {
        byte[] notes = box("udta", "canary-place +31.23+121.47".getBytes(StandardCharsets.US_ASCII));
        byte[] header = box(
                "mvhd",
                ByteBuffer.allocate(100)
                        .putInt(0)
                        .putInt(0x7A7A7A7A)
                        .putInt(0x7A7A7A7A)
                        .array());
        byte[] film = box("moov", join(header, notes));
        return join(box("ftyp", "isom0000".getBytes(StandardCharsets.US_ASCII)), film, box("mdat", new byte[4_000]));
    }

    public static byte[] mp3() {
        byte[] frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        byte[] title = "TIT2canary-title".getBytes(StandardCharsets.US_ASCII);
        byte[] id3 = ByteBuffer.allocate(10 + title.length)
                .put("ID3".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {3, 0, 0, 0, 0, 0, (byte) title.length})
                .put(title)
                .array();
        byte[] tail = "TAGcanary-tail".getBytes(StandardCharsets.US_ASCII);
        return join(id3, frame, frame, frame, frame, frame, frame, tail);
    }

    public static byte[] box(String type, byte[] inside) {
        return ByteBuffer.allocate(8 + inside.length)
                .putInt(8 + inside.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(inside)
                .array();
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }
}
