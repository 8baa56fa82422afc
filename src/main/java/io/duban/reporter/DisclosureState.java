package io.duban.reporter;

import io.duban.engine.Stage;

/** Where a request for an identity stands. */
public enum DisclosureState implements Stage {
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
    @Override
    public String label() {
        return label;
    }
}
