package io.duban.reporter;

/**
 * An attachment as handlers get it: checked, rewritten, under a neutral name.
 *
 * @param content empty in a list of files
 */
public record KeptFile(int number, String fileName, String mediaType, int size, byte[] content) {

    @Override
    public String toString() {
        return "KeptFile[" + number + "]";
    }
}
