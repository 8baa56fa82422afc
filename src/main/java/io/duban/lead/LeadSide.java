package io.duban.lead;

/** How a person stands to a lead, a notice, a consolidation or a consultation. */
public enum LeadSide {
    /** Of the unit that received the lead, or above it: theirs is all that follows. */
    RECEIVER,

    /** One of those it was handed to: theirs is what was done since. */
    HANDLER,

    NONE
}
