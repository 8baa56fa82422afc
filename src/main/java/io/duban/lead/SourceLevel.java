package io.duban.lead;

/** 线索来源层级: 「国家、本市与区域三级举报情况」 (A08), counted apart in the monthly analysis. */
public enum SourceLevel {
    NATIONAL("国家"),
    CITY("本市"),
    DISTRICT("区域");

    private final String label;

    SourceLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
