package io.duban.order;

import io.duban.organisation.Relation;

/**
 * Whoever must learn that somebody tried what recusal forbids (回避警示); rooms above answer. Told inside the transaction
 * that is about to be refused, so what is kept must be kept apart from it.
 */
public interface RecusalAlarm {

    /**
     * @param attempt the user task's id in the model, or {@code READ}
     * @param person the account that was to have the task
     */
    void refused(SupervisionOrder order, String attempt, String person, Relation relation);
}
