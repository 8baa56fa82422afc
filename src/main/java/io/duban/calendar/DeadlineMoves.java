package io.duban.calendar;

import io.duban.audit.AuditTrail;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves open deadlines when the calendar has changed (期限随放假安排变更): register, trail and event in one transaction. A
 * new release may bring the arrangement of a year for which deadlines are provisional, so start-up counts those again.
 */
@Component
class DeadlineMoves {

    private static final int BATCH = 500;

    private final DeadlineRepository register;
    private final CurrentCalendar current;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DeadlineMoves(
            DeadlineRepository register, CurrentCalendar current, AuditTrail audit, ApplicationEventPublisher events) {
        this.register = register;
        this.current = current;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Writes one changed deadline. Another due date is worth a line in the trail; the day of a reminder moves with the
     * timers only, since it is reckoned whenever it is asked for.
     */
    @Transactional
    public void apply(String cause, Deadline before, Deadline after) {
        if (!before.row().equals(after.row())) {
            register.update(before.row(), after.row());
        }
        var moved = new DeadlineMoved(before, after);
        if (moved.dueMoved()) {
            audit.record(
                    before.caseId(),
                    "DEADLINE_MOVED",
                    cause + "，" + before.kind().chinese() + "期限由 " + before.due() + " 改为 " + after.due());
        }
        if (moved.dueMoved() || !before.remindAt().equals(after.remindAt())) {
            events.publishEvent(moved);
        }
    }

    /** Counts the provisional deadlines again with the calendar of this release. */
    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    public void recountProvisional() {
        var calendar = current.get();
        var batch = register.openProvisional("", BATCH);
        while (!batch.isEmpty()) {
            for (var row : batch) {
                var counted = row.countedBy(calendar);
                if (!counted.equals(row)) {
                    apply("因放假安排更新", new Deadline(row, calendar), new Deadline(counted, calendar));
                }
            }
            batch = register.openProvisional(batch.get(batch.size() - 1).id(), BATCH);
        }
    }
}
