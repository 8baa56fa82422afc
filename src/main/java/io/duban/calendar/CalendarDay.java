package io.duban.calendar;

import java.time.LocalDate;

/** One day an arrangement names (放假 or 调休上班), with the holiday it belongs to, e.g. 国庆节. */
record CalendarDay(LocalDate date, DayKind kind, String name) {}
