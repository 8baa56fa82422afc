package io.duban.calendar;

/** A deadline was opened (期限起算), or opened again; published in the transaction that opened it. */
public record DeadlineOpened(Deadline deadline) {}
