package io.duban.order;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of investigation.bpmn beyond those it receives from the order. */
final class InvestigationVariables {

    static final Flag<String> REPORTER_GROUP = Flag.text("reporterGroup");
    static final Flag<Boolean> RELEASED = Flag.yesNo("released");
    static final Flag<Boolean> REPORT_COMPLETE = Flag.yesNo("reportComplete");
    static final Flag<String> SUBSTANTIATION = Flag.oneOf("substantiation", Substantiation.values());
    static final Flag<Boolean> FALSIFIED = Flag.yesNo("falsified");
    static final Flag<String> REPORT_OUTCOME = Flag.text("reportOutcome");
    static final Flag<Date> SUPPLEMENT_DUE = Flag.date("supplementDue");

    private InvestigationVariables() {}
}
