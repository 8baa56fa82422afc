package io.duban.interview;

import io.duban.engine.Stage;

/** Where an interview stands (约谈状态); the last four are ends. */
public enum InterviewState implements Stage {
    PROPOSED("待呈批", true),
    APPROVED("已批准，待通知", true),
    NOTIFIED("已通知，待约谈", true),
    HELD("已约谈，待通报党委政府", true),
    RECTIFYING("约谈整改中", true),
    FOLLOW_UP("跟踪核实中", true),
    RESOLVED("整改到位", false),
    UNRESOLVED("约谈后整改不力", false),
    DECLINED("不予约谈", false),
    ENDED("已终止", false);

    private final String label;
    private final boolean open;

    InterviewState(String label, boolean open) {
        this.label = label;
        this.open = open;
    }

    @Override
    public String label() {
        return label;
    }

    /** What a party is told of it: that the meeting was held, not what the office has to do next. */
    String labelToParties() {
        return this == HELD ? "已约谈" : label;
    }

    public boolean isOpen() {
        return open;
    }
}
