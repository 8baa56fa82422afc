package io.duban.order;

/**
 * Whoever must learn that somebody tried what recusal forbids (回避警示); rooms above answer. Told inside the transaction
 * that is about to be refused, so what is kept must be kept apart from it.
 */
public interface RecusalAlarm {

    /** The case from which the order was made names the person. */
    String NAMED = "NAMED";

    /**
     * @param attempt the user task's id in the model, or {@code READ}
     * @param person the account that was to have the task
     * @param relation of their unit to the accused one, or {@link #NAMED}
     */
    void refused(SupervisionOrder order, String attempt, String person, String relation);
}
