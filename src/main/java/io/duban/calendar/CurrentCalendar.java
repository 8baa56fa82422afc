package io.duban.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the calendar that is in force (现行工作日历): the bundled years, overridden by the uploaded ones. It is replaced
 * as a whole, and looks once a minute whether another node has uploaded a year.
 */
@Component
class CurrentCalendar {

    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private final CalendarRepository repository;
    private final Clock clock;
    private volatile @Nullable Loaded loaded;

    CurrentCalendar(CalendarRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    WorkingDayCalendar get() {
        var known = loaded;
        var now = clock.instant();
        if (known != null && Duration.between(known.checkedAt(), now).abs().compareTo(TRUSTED_FOR) < 0) {
            return known.calendar();
        }
        var token = repository.token();
        var calendar = known != null && known.token().equals(token) ? known.calendar() : read();
        loaded = new Loaded(calendar, token, now);
        return calendar;
    }

    /** The calendar as the running transaction sees it, past every memory. */
    WorkingDayCalendar read() {
        var years = new ArrayList<>(BundledYears.all());
        years.addAll(repository.uploaded());
        return new WorkingDayCalendar(years);
    }

    /** Makes the next reader load anew; called when an upload has ended, well or not. */
    void forget() {
        loaded = null;
    }

    private record Loaded(WorkingDayCalendar calendar, String token, Instant checkedAt) {}
}
