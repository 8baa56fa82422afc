package io.duban.lead;

/**
 * A lead has been triaged (已研判): published in the transaction of the triage, so that its handling begins or nothing has
 * happened.
 */
public record LeadTriaged(Lead lead) {}
