package io.duban.reporter;

/** An attachment that was checked and written anew without what its maker's device had put into it. */
record CleanFile(FileKind kind, byte[] content) {

    @Override
    public String toString() {
        return "CleanFile[" + kind + "]";
    }
}
