package io.duban.lead;

import io.duban.engine.Stage;

/** 线索状态: how far a lead has come (P01). */
public enum LeadState implements Stage {
    RECEIVED("待研判"),
    KEPT("留存研判"),
    NOT_ACCEPTED("不予受理"),
    MERGED("并案"),
    ACCEPTED("已受理"),
    TRANSFERRED("已转办"),
    VERIFYING("核查中"),
    CONCLUDED("已认定"),
    REPLIED("已答复"),
    CLOSED("办结");

    private final String label;

    LeadState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
