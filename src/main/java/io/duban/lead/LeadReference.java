package io.duban.lead;

/**
 * 举报线索 as the file of an order names it: the opaque reference and no more.
 *
 * @param open whether the person who asks may open the lead
 * @param stateLabel how it stands; empty for whoever may not open it
 */
public record LeadReference(String leadRef, boolean open, String stateLabel) {}
