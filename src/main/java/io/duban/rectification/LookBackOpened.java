package io.duban.rectification;

/** The day of the look-back has come (回头看到期). */
public record LookBackOpened(String orderId) {}
