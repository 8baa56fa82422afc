package io.duban.model;

/** A file that is no model, table or form at all, or one that nobody should try to read. */
final class UnreadableModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableModel(String what) {
        super(what);
    }
}
