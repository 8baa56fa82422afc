package io.duban.ledger;

/** What a line of the ledger is about: an order as a whole (督办单), or one problem of it (问题). */
enum EntryKind {
    ORDER("督办单"),
    PROBLEM("问题");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
