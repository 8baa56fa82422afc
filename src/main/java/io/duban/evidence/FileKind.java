package io.duban.evidence;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that are taken, told by their first bytes and never by their name. */
public enum FileKind {
    JPEG("jpg", "image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("png", "image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    PDF("pdf", "application/pdf", '%', 'P', 'D', 'F', '-');

    private final String ending;
    private final String mediaType;
    private final int[] magic;

    FileKind(String ending, String mediaType, int... magic) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.magic = magic;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What a file begins as; empty if it is none of these. */
    public static Optional<FileKind> of(byte[] content) {
        return Stream.of(values()).filter(each -> each.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
