package io.duban.accountability;

import io.duban.engine.Stage;

/** Where an accountability case stands (问责状态); the last three are ends. */
public enum AccountabilityState implements Stage {
    PROPOSED("待成立调查认定工作组", true),
    FACT_FINDING("调查认定中", true),
    NOTIFYING("待书面告知", true),
    HEARING("听取陈述申辩", true),
    DECIDING("待审定", true),
    NUMBERED("已审定编号，待印发", true),
    ISSUED("已印发送达，待归档", true),
    ARCHIVED("已归档备案", false),
    NOT_STARTED("不予启动问责", false),
    REJECTED("审定不予问责", false);

    private final String label;
    private final boolean open;

    AccountabilityState(String label, boolean open) {
        this.label = label;
        this.open = open;
    }

    @Override
    public String label() {
        return label;
    }

    public boolean isOpen() {
        return open;
    }

    /** Whether the decision has reached those it concerns. */
    public boolean isDelivered() {
        return this == ISSUED || this == ARCHIVED;
    }

    /** What a party is told: that it is heard, that a decision is to be made, and how it ended; not what goes on between. */
    AccountabilityState asToldToParties() {
        return switch (this) {
            case PROPOSED, FACT_FINDING, NOTIFYING, DECIDING, NUMBERED -> DECIDING;
            case HEARING, ISSUED, ARCHIVED, NOT_STARTED, REJECTED -> this;
        };
    }
}
