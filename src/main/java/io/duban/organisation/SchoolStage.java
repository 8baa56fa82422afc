package io.duban.organisation;

/** 学段: which of the two columns of 附件5 a school's figures stand in; 九年一贯制 schools stand in both. */
public enum SchoolStage {
    PRIMARY("小学"),
    JUNIOR("初中"),
    NINE_YEAR("九年一贯制");

    private final String label;

    SchoolStage(String label) {
        this.label = label;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }
}
