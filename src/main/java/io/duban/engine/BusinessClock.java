package io.duban.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the application: ours and the engine's show the same instant, in Chinese standard time. It runs with
 * the machine unless the demo moves it.
 */
public final class BusinessClock extends Clock {

    /** All deadlines of the trade are counted in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;

    BusinessClock() {
        this(ZONE);
    }

    private BusinessClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new BusinessClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Lets both clocks run ahead of the machine by this much; for the demo and tests. */
    public void runAheadBy(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }
}
