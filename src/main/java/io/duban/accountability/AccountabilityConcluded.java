package io.duban.accountability;

/**
 * An accountability case has ended (问责办结); published in the transaction that ends it.
 *
 * @param decided whether it ended with a decision that was issued and archived
 */
public record AccountabilityConcluded(String accountabilityId, String orderId, boolean decided) {}
