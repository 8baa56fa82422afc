package io.duban.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A Word or Excel file packed anew from its parts: author, company, times and what hung before, between or behind the
 * parts are gone; one that acts by itself, carries other files or reaches outside is refused.
 */
final class CleanOffice {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 100L * MEGABYTE;
    private static final int MOST_OF_ONE = 40 * MEGABYTE;
    private static final int MOST_TIMES = 200;
    private static final int BUFFER = 64 * 1024;

    private static final Pattern PLAIN = Pattern.compile("[^\\\\:*?\"<>|\\p{Cntrl}]{1,250}");
    private static final Pattern ACTING = Pattern.compile(
            "(?i).*(vbaproject|vbadata|macrosheets|activex|/ctrlprops/|customui|webextension|taskpanes).*|.*\\.(?i:exe|dll|vbs|vbe|js|jse|wsf|bat|cmd|com|pif|hta|ps1|jar|scr|msi|lnk|url|html?|mht|mhtml|chm|reg|iso|one)");
    private static final Pattern CARRYING = Pattern.compile("(?i).*(/embeddings/|oleobject|/externallinks/|afchunk).*");
    private static final Map<String, String> TELLING = Map.of(
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            "docProps/app.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
            "docProps/custom.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>");

    private CleanOffice() {}

    static CleanFile of(byte[] content) throws UnsafeFile {
        try {
            Map<String, byte[]> parts = parts(content);
            FileKind kind = kind(parts.keySet());
            for (String name : parts.keySet()) {
                refuseActing(name);
            }
            OfficeTypes types = OfficeTypes.of(parts);
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                each.setValue(clean(types, each.getKey(), each.getValue()));
            }
            return new CleanFile(kind, packed(parts));
        } catch (IOException | IllegalArgumentException broken) {
            throw UnsafeFile.broken();
        }
    }

    /** Counts while it unpacks: what a part says of its own size is not believed. */
    private static Map<String, byte[]> parts(byte[] content) throws IOException, UnsafeFile {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        long left = Math.min(MOST_UNPACKED, Math.max(MEGABYTE, (long) content.length * MOST_TIMES));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (parts.size() >= MOST_PARTS) {
                    throw bomb();
                }
                if (!isPlain(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new UnsafeFile(
                            "attachment-path",
                            "文件内部含有越界、重复或非法的路径名，请用 Office 或 WPS 另存后再提交。",
                            "The file holds a part with a forbidden or repeated name; save it anew.");
                }
                byte[] part = unpacked(zip, Math.min(left, MOST_OF_ONE));
                left -= part.length;
                if (!entry.isDirectory()) {
                    parts.put(name, part);
                }
            }
        }
        return parts;
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches()
                && !name.startsWith("/")
                && !("/" + name + "/").contains("/../")
                && !("/" + name + "/").contains("/./")
                && !name.contains("//");
    }

    private static byte[] unpacked(ZipInputStream zip, long most) throws IOException, UnsafeFile {
        var part = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int got = zip.read(buffer); got >= 0; got = zip.read(buffer)) {
            if (part.size() + got > most) {
                throw bomb();
            }
            part.write(buffer, 0, got);
        }
        return part.toByteArray();
    }

    private static FileKind kind(Set<String> names) throws UnsafeFile {
        if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
            return FileKind.DOCX;
        }
        if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
            return FileKind.XLSX;
        }
        throw new UnsafeFile(
                "attachment-kind",
                "压缩包只接受 Word（docx）或 Excel（xlsx）文件，其他请解压后逐个提交。",
                "Of packed files only docx and xlsx are taken; hand in the files themselves.");
    }

    private static void refuseActing(String name) throws UnsafeFile {
        if (CARRYING.matcher("/" + name).matches()) {
            throw OfficePart.carrying();
        }
        if (ACTING.matcher(name).matches()) {
            throw OfficePart.macros();
        }
    }

    private static byte[] clean(OfficeTypes types, String name, byte[] part) throws UnsafeFile {
        String blank = TELLING.get(name);
        if (blank != null) {
            return blank.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (types.isXml(name, part) || lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
            OfficePart.check(part);
            return part;
        }
        if (lower.endsWith(".jpg") || lower.endsWith(".jpeg")) {
            return PdfStreams.stripped(part);
        }
        return lower.endsWith(".png") ? PngNotes.stripped(part) : part;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static UnsafeFile bomb() {
        return new UnsafeFile(
                "attachment-bomb",
                "文件解压后过大或部件过多，请拆分或另存后再提交。",
                "The file unpacks to too much; split it or save it anew.");
    }
}
