package io.duban.lead;

/** One line of the data sheet of a case of this room. */
public record LeadFact(String label, String value) {}
