package io.duban.calendar;

/**
 * A deadline has another due date or another day of its reminder (期限变更): an extension was approved or an arrangement
 * was loaded. Published in the transaction that moved it, so that timers and due dates of tasks move with it or not at
 * all.
 */
public record DeadlineMoved(Deadline before, Deadline after) {

    /** Whether the last day is another one, not the day of the reminder alone. */
    public boolean dueMoved() {
        return !before.due().equals(after.due());
    }
}
