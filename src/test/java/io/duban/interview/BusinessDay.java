package io.duban.interview;

import io.duban.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that shows noon of the day it was set to, and a little more with every look so that events keep their order. */
final class BusinessDay extends Clock {

    private Instant now;

    BusinessDay(LocalDate day) {
        this.now = noon(day);
    }

    synchronized void set(LocalDate day) {
        now = noon(day);
    }

    @Override
    public ZoneId getZone() {
        return WorkingDays.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plusMillis(1);
        return now;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkingDays.ZONE).toInstant();
    }
}
