package io.duban.rectification;

/** A problem of this order has moved on; the order derives its own state from all of them. */
public record ProblemsChanged(String orderId) {}
