package io.duban.accountability;

/** What the director made of the proposal (审定结果); the names are the values of {@code accountabilityDecision}. */
enum DecisionOutcome {
    APPROVED("同意问责"),
    RETURNED("退回补充调查"),
    REJECTED("不予问责");

    private final String label;

    DecisionOutcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
