package io.duban.lead;

/** A reporter has added something to their lead (补充举报); what it is lies in the vault. */
public record LeadSupplemented(String leadRef) {}
