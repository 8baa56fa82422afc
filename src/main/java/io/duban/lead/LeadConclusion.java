package io.duban.lead;

/** 核查结论: what the verification found (P01 认定). */
public enum LeadConclusion {
    VALID("属实"),
    PARTLY("部分属实"),
    UNFOUNDED("不属实");

    private final String label;

    LeadConclusion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
