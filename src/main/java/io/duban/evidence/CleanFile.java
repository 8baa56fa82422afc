package io.duban.evidence;

/** A file that was checked and written anew without what its maker's device had put into it. */
public record CleanFile(FileKind kind, byte[] content) {

    /**
     * Checks a file of this kind and writes it anew.
     *
     * @throws UnsafeFile with the rule it breaks and the way out
     */
    public static CleanFile of(FileKind kind, byte[] content) throws UnsafeFile {
        return switch (kind) {
            case JPEG, PNG -> new CleanFile(kind, CleanImage.of(kind, content));
            case PDF -> new CleanFile(kind, CleanPdf.of(content));
            case DOCX, XLSX -> CleanOffice.of(content);
            case MP4 -> new CleanFile(kind, CleanVideo.of(content));
            case MP3, MP3_BARE -> new CleanFile(FileKind.MP3, CleanSound.of(content));
        };
    }

    @Override
    public String toString() {
        return "CleanFile[" + kind + "]";
    }
}
