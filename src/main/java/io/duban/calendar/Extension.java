package io.duban.calendar;

import java.time.Instant;

/** The one prolongation a deadline may have (延期, T17): reason and approver belong to it (INV-18). */
public record Extension(int workingDays, String reason, String approver, Instant at) {}
