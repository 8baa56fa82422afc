package io.duban.document;

import io.duban.document.PaperSettings.Substitute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A copy of a paper fit for LibreOffice (转换副本): typefaces that are not installed are replaced by the table of
 * substitutes; the grid of 28 characters, which LibreOffice spreads to 22, becomes a tighter spacing of the letters.
 */
final class PdfCopy {

    private static final String GRID = "w:type=\"linesAndChars\"";
    /** LibreOffice 7.4 loses punctuation that hangs over the end of a justified line. */
    private static final String JUSTIFIED = "<w:jc w:val=\"both\"/>";

    private static final String DEFAULTS = "</w:rPr></w:rPrDefault>";

    /** 3号 characters are 16 pt wide, a 28th of 156 mm is 15.8 pt. */
    private static final String TIGHTER = "<w:spacing w:val=\"-4\"/>";

    private final List<Substitute> substitutes;
    private final Set<String> installed;

    PdfCopy(List<Substitute> substitutes, Set<String> installed) {
        this.substitutes = List.copyOf(substitutes);
        this.installed = Set.copyOf(installed);
    }

    byte[] of(byte[] docx) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                boolean text =
                        entry.getName().startsWith("word/") && entry.getName().endsWith(".xml");
                zip.write(text ? fit(new String(part, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : part);
                zip.closeEntry();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return out.toByteArray();
    }

    private String fit(String part) {
        String fit = part.replace(GRID, "w:type=\"lines\"").replace(JUSTIFIED, "<w:jc w:val=\"left\"/>");
        int defaults = fit.indexOf(DEFAULTS);
        int language = fit.lastIndexOf("<w:lang", defaults);
        if (defaults > 0 && language > 0) {
            fit = fit.substring(0, language) + TIGHTER + fit.substring(language);
        }
        for (Substitute each : substitutes) {
            fit = installed.contains(each.font()) ? fit : replaced(fit, each);
        }
        return fit;
    }

    private String replaced(String part, Substitute substitute) {
        for (String candidate : substitute.by()) {
            boolean bold = candidate.endsWith(":bold");
            String font = bold ? candidate.substring(0, candidate.length() - ":bold".length()) : candidate;
            if (installed.contains(font)) {
                String heavier = bold
                        ? part.replaceAll("(<w:rFonts[^>]*\"" + substitute.font() + "\"[^>]*/>)(?!<w:b/>)", "$1<w:b/>")
                        : part;
                return heavier.replaceAll(
                        "\"" + substitute.font() + "\"", Matcher.quoteReplacement("\"" + font + "\""));
            }
        }
        return part;
    }
}
