package io.duban.rectification;

import io.duban.engine.Stage;

/** Where a problem stands (问题状态); 存在问题 = 已完成整改 + 正在整改 is counted from these (INV-01). */
public enum ProblemState implements Stage {
    ALLEGED("待查实"),
    UNFOUNDED("不属实"),
    RECTIFYING("整改中"),
    VERIFYING("初验中"),
    SIGN_OFF_REVIEW("销号核验"),
    SIGNED_OFF("已销号");

    private final String label;

    ProblemState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether nothing is left to be done about it: proved unfounded, or signed off. */
    public boolean isSettled() {
        return this == UNFOUNDED || this == SIGNED_OFF;
    }

    /** Whether the problem still has to be worked on. */
    public boolean isOpen() {
        return this == RECTIFYING || this == VERIFYING || this == SIGN_OFF_REVIEW;
    }
}
