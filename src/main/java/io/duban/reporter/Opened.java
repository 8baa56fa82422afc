package io.duban.reporter;

/**
 * The new file of a lead.
 *
 * @param leadRef the opaque reference under which everybody else knows it
 * @param receipt 回执: for the reporter only, shown once and nowhere kept
 */
public record Opened(String leadRef, String receipt) {

    @Override
    public String toString() {
        return "Opened[…]";
    }
}
