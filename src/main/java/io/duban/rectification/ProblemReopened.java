package io.duban.rectification;

/** A look-back found that a problem has come back (反弹): it counts as 整改不力 in the escalation. */
public record ProblemReopened(String orderId, String problemId) {}
