package io.duban.calendar;

/**
 * A deadline is met or cancelled (期限办结或取消). Published in the transaction that closed it; of a whole case that ends the
 * case itself tells.
 */
public record DeadlineClosed(Deadline deadline) {}
