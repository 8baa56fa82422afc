package io.duban.reporter;

/** Where a request for an identity stands. */
public enum DisclosureState {
    REQUESTED("待审批"),
    APPROVED("已批准待查看"),
    REFUSED("不予披露"),
    VIEWED("已查看"),
    LAPSED("逾期未查看");

    private final String label;

    DisclosureState(String label) {
        this.label = label;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }
}
