package io.duban.rectification;

/** The four groups without which nothing is signed off (A52, A54, INV-06); the names are the form's field prefixes. */
public enum EvidenceGroup {
    MEASURES("measures", "整改"),
    IMPACT("impact", "消除影响"),
    ACCOUNTABILITY("accountability", "追责"),
    WIDER_CHECK("widerCheck", "举一反三");

    private final String field;
    private final String label;

    EvidenceGroup(String field, String label) {
        this.field = field;
        this.label = label;
    }

    public String field() {
        return field;
    }

    public String label() {
        return label;
    }
}
