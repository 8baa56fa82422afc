package io.duban.worklist;

import io.duban.engine.CellText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line of a CSV that a spreadsheet opens as text and nothing else: no cell begins like a formula. */
final class ManifestLine {

    private ManifestLine() {}

    static String of(String... cells) {
        return Stream.of(cells).map(ManifestLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A name that is safe in every archive and on every disk. */
    static String plain(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{C}]", "_").replaceAll("\\.{2,}", ".");
    }

    private static String cell(String text) {
        return "\"" + CellText.csv(text).replace("\"", "\"\"") + "\"";
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
