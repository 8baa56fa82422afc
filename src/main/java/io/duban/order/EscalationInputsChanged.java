package io.duban.order;

/** Something the escalation looks at has changed: a term has run out, a report was false, a problem came back. */
record EscalationInputsChanged(String orderId) {}
