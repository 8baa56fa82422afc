package io.duban.interview;

/**
 * An interview that was held has ended (约谈办结); published in the transaction that ends it. Unresolved ones lead the
 * order to accountability (H22).
 */
public record InterviewConcluded(String interviewId, String orderId, boolean resolved) {}
