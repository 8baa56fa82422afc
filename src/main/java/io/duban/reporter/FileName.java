package io.duban.reporter;

/** An attachment as its reporter named it; only the reporter is shown this name. */
public record FileName(int number, String name) {

    @Override
    public String toString() {
        return "FileName[" + number + "]";
    }
}
