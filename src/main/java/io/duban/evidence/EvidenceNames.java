package io.duban.evidence;

import java.util.regex.Pattern;

/** Names of files that are safe on every disk and in every archive: no path, no control or direction characters. */
final class EvidenceNames {

    private static final int LONGEST = 100;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|;%$`]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)");

    private EvidenceNames() {}

    /** The last part of what was given, with the ending of what the file really is. */
    static String of(String given, FileKind kind) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = FORBIDDEN
                .matcher(last.replaceAll("\\p{C}", ""))
                .replaceAll("_")
                .replaceAll("\\s+", " ")
                .replaceAll("\\.{2,}", ".");
        int dot = clean.lastIndexOf('.');
        String stem = (dot > 0 ? clean.substring(0, dot) : clean).replaceAll("^[.\\s~=+@-]+|[.\\s]+$", "");
        if (stem.isEmpty() || RESERVED.matcher(stem).matches()) {
            stem = "材料";
        }
        int end = Math.min(stem.length(), LONGEST);
        if (end < stem.length() && Character.isHighSurrogate(stem.charAt(end - 1))) {
            end--;
        }
        return stem.substring(0, end) + "." + kind.ending();
    }
}
