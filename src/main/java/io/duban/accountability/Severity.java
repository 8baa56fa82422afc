package io.duban.accountability;

/** How grave a subject's failing is (情节); the three steps are a design decision of D08. */
enum Severity {
    LIGHT("较轻"),
    MEDIUM("较重"),
    GRAVE("严重");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
