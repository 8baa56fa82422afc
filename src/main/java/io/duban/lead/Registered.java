package io.duban.lead;

/** A lead staff have just entered; the receipt is for the reporter and shown this once. */
record Registered(Lead lead, String receipt) {

    @Override
    public String toString() {
        return "Registered[" + lead.leadRef() + "]";
    }
}
