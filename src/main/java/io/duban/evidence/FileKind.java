package io.duban.evidence;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that are taken, told by their first bytes and never by their name. */
public enum FileKind {
    JPEG("jpg", "image/jpeg", 0, 0xFF, 0xD8, 0xFF),
    PNG("png", "image/png", 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    PDF("pdf", "application/pdf", 0, '%', 'P', 'D', 'F', '-'),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 0, 'P', 'K', 3, 4),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0, 'P', 'K', 3, 4),
    MP4("mp4", "video/mp4", 4, 'f', 't', 'y', 'p'),
    MP3("mp3", "audio/mpeg", 0, 'I', 'D', '3'),
    MP3_BARE("mp3", "audio/mpeg", 0, 0xFF, 0xFB);

    private final String ending;
    private final String mediaType;
    private final int from;
    private final int[] magic;

    FileKind(String ending, String mediaType, int from, int... magic) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.from = from;
        this.magic = magic;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What a file begins as; empty if it is none of these. Which kind of office file it is, only its inside tells. */
    public static Optional<FileKind> of(byte[] content) {
        return Stream.of(values()).filter(each -> each.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < from + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[from + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
