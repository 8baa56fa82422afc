package io.duban.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A DOCX taken apart and put together, for tests that look into one or spoil one. */
public final class Docx {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Docx() {}

    public static Docx of(byte[] file) {
        Docx docx = new Docx();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                docx.parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return docx;
    }

    /** What people read in it, headers and footers included. */
    public static String words(byte[] file) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every byte of every part as text, for a search. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        parts.forEach((name, part) -> all.append(name)
                .append('\n')
                .append(new String(part, StandardCharsets.UTF_8))
                .append('\n'));
        return all.toString();
    }

    String part(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    Docx with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Docx with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public Docx replacing(String name, String old, String fresh) {
        String part = part(name);
        if (!part.contains(old)) {
            throw new IllegalArgumentException(name + " does not hold " + old);
        }
        return with(name, part.replace(old, fresh));
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }
}
