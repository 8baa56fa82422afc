package io.duban.calendar;

import java.time.LocalDate;

/** A day that did not count (不计入的日期), and why: 周六, 周日, or the name of the holiday. */
public record SkippedDay(LocalDate date, String reason) {}
