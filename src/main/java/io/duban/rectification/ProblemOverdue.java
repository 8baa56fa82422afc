package io.duban.rectification;

/** The time set for rectifying a problem has passed (整改逾期). */
public record ProblemOverdue(String orderId, String problemId, int seq) {}
