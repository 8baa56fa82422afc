package io.duban.worklist;

import io.duban.calendar.WorkingDays;
import io.duban.engine.BusinessClock;
import io.duban.engine.DemoClock;
import io.duban.engine.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 演示时钟: lets whoever looks at the demo see next week's deadlines today; it does not exist outside the demo. */
@RestController
@Profile("demo")
@RequestMapping("/api/demo/clock")
class DemoClockController {

    private static final int MOST_WORKING_DAYS = 250;

    private final DemoClock demo;
    private final WorkingDays workingDays;
    private final Clock clock;

    DemoClockController(DemoClock demo, WorkingDays workingDays, Clock clock) {
        this.demo = demo;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    record Reading(OffsetDateTime now, long offsetSeconds) {}

    /** Where to: an instant as ISO-8601, or so many working days on, at one minute past midnight. */
    record Move(@Nullable String to, @Nullable Integer workingDays) {}

    record Moved(OffsetDateTime now, int firedTimers, List<String> failed) {}

    @GetMapping
    Reading read() {
        return new Reading(here(clock.instant()), demo.offset().toSeconds());
    }

    @PostMapping
    Moved move(@RequestBody Move move) {
        if ((move.to() == null) == (move.workingDays() == null)) {
            throw Refusal.of(
                    "to",
                    "one-of",
                    "设计决定：演示时钟",
                    "请给出 to（时刻）或 workingDays（工作日数）之一。",
                    "Give either 'to' or 'workingDays'.");
        }
        var moved = demo.moveTo(move.to() != null ? instant(move.to()) : afterWorkingDays(move.workingDays()));
        return new Moved(here(moved.now()), moved.firedTimers(), moved.failed());
    }

    private Instant afterWorkingDays(@Nullable Integer days) {
        if (days == null || days < 1 || days > MOST_WORKING_DAYS) {
            throw Refusal.of("workingDays", "range", "设计参数：演示时钟", "工作日数应为 1 至 250。", "workingDays must be 1 to 250.");
        }
        LocalDate today = LocalDate.now(clock.withZone(BusinessClock.ZONE));
        return workingDays
                .dueAfter(today, days)
                .due()
                .atTime(0, 1)
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException impossible) {
            throw Refusal.of(
                    "to",
                    "instant",
                    "设计决定：演示时钟",
                    "时刻请写作 2026-12-01T09:00:00+08:00。",
                    "Write the instant as 2026-12-01T09:00:00+08:00.");
        }
    }

    private static OffsetDateTime here(Instant instant) {
        return instant.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
