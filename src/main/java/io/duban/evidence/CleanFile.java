package io.duban.evidence;

/** A file that was checked and written anew without what its maker's device had put into it. */
public record CleanFile(FileKind kind, byte[] content) {

    /**
     * Checks a file of this kind and writes it anew.
     *
     * @throws UnsafeFile with the rule it breaks and the way out
     */
    public static CleanFile of(FileKind kind, byte[] content) throws UnsafeFile {
        return new CleanFile(
                kind,
                switch (kind) {
                    case JPEG, PNG -> CleanImage.of(kind, content);
                    case PDF -> CleanPdf.of(content);
                });
    }

    @Override
    public String toString() {
        return "CleanFile[" + kind + "]";
    }
}
