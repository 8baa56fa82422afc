package io.duban.reporter;

/** Who speaks in the thread between a reporter and the office. */
public enum EntryKind {
    REPORT("举报"),
    SUPPLEMENT("补充"),
    REPLY("答复");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }

    VaultField field() {
        return VaultField.valueOf(name());
    }
}
