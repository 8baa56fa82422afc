package io.duban.order;

import io.duban.form.Flag;

/** The variables of discontinuation.bpmn beyond the units and groups of the order. */
final class DiscontinuationVariables {

    static final Flag<String> DISCONTINUATION_ID = Flag.text("discontinuationId");
    static final Flag<Boolean> GRANTED = Flag.yesNo("granted");

    private DiscontinuationVariables() {}
}
