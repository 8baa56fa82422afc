package io.duban.organisation;

/** The list of units (单位表) was uploaded; whoever listens after the commit finds the new units in {@link Organisations}. */
public record UnitsUploaded() {}
