package io.duban.rectification;

/** How a problem came to light (问题来源). */
public enum ProblemOrigin {
    ORDER("督办单列明"),
    INVESTIGATION("调查发现"),
    SELF_FOUND("自查发现"),
    LOOK_BACK("回头看发现");

    private final String label;

    ProblemOrigin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
