package io.duban.document;

import io.duban.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of a template that was uploaded (模板文件), unpacked within limits. Only what a plain document consists of is
 * let in: no macros, no embedded files, no other documents, no names that lead out of the package.
 */
final class TemplatePackage {

    /** Of the file as it is uploaded, and of all that is packed in it. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_UNPACKED = 8 * 1024 * 1024;
    private static final int MOST_PARTS = 100;
    private static final String BASIS = "设计决定（ADR 20）；GB/T 9704-2012";

    /** 文档、样式、页眉页脚、主题、字体表、图片（PNG、JPEG）. */
    private static final Pattern ALLOWED = Pattern.compile("\\[Content_Types]\\.xml|_rels/\\.rels|docProps/[a-z]+\\.xml"
            + "|word/(document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes"
            + "|header\\d*|footer\\d*)\\.xml|word/theme/theme\\d+\\.xml"
            + "|word/_rels/[a-z0-9]+\\.xml\\.rels|word/media/[A-Za-z0-9]+\\.(png|jpe?g)"
            + "|customXml/(_rels/)?[A-Za-z0-9]+\\.xml(\\.rels)?");

    private TemplatePackage() {}

    /** The parts by name; refuses naming what does not belong into a template. */
    static Map<String, byte[]> unpack(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw refused("template-size", "模板文件不得超过 1 MB，请压缩或删除图片后再上传。", "A template takes at most 1 MB.");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int left = MOST_UNPACKED;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                requirePlain(entry, parts);
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || parts.size() >= MOST_PARTS) {
                    throw refused(
                            "template-unpacked",
                            "模板解压后超过 8 MB 或文件过多，请另存为普通 Word 文档后再上传。",
                            "Unpacked, the template is too large or has too many parts.");
                }
                parts.put(entry.getName(), part);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw notADocument();
        }
        if (!parts.containsKey("word/document.xml") || !parts.containsKey("[Content_Types].xml")) {
            throw notADocument();
        }
        return parts;
    }

    static Refusal notADocument() {
        return refused(
                "template-docx",
                "这不是完好的 Word 文档（.docx），请用 Word 另存为“Word 文档（*.docx）”后再上传。",
                "This is no sound .docx file.");
    }

    static Refusal refused(String rule, String chinese, String english) {
        return Refusal.of("file", rule, BASIS, chinese, english);
    }

    private static void requirePlain(ZipEntry entry, Map<String, byte[]> parts) {
        String name = entry.getName();
        if (!entry.isDirectory() && !ALLOWED.matcher(name).matches()) {
            String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
            throw refused(
                    "template-parts",
                    "模板中含有不允许的内容“" + shown.replaceAll("\\p{Cntrl}", "?") + "”。请删除宏、嵌入对象、批注和外部内容，另存为普通 Word 文档后再上传。",
                    "The template holds something that does not belong there; remove macros, embedded objects, comments.");
        }
        if (parts.containsKey(name)) {
            throw notADocument();
        }
    }
}
