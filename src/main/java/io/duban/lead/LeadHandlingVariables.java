package io.duban.lead;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of lead-handling.bpmn and lead-verification.bpmn: opaque reference, units, groups, dates, results. */
final class LeadHandlingVariables {

    static final Flag<String> CASE_ID = Flag.text("caseId");
    static final Flag<String> RECEIVING_UNIT = Flag.text("receivingUnit");
    static final Flag<String> DISTRICT_UNIT = Flag.text("districtUnit");
    static final Flag<Boolean> IN_SCOPE = Flag.yesNo("inScope");
    static final Flag<Boolean> DUPLICATE = Flag.yesNo("duplicate");
    static final Flag<Boolean> NAMED = Flag.yesNo("named");
    static final Flag<Boolean> CONCRETE = Flag.yesNo("concrete");
    static final Flag<String> TRIAGE = Flag.text("triage");
    static final Flag<Date> ACCEPT_DUE = Flag.date("acceptDue");
    static final Flag<Date> CONCLUDE_DUE = Flag.date("concludeDue");
    static final Flag<Date> CONCLUDE_REMINDER = Flag.date("concludeReminder");
    static final Flag<String> HANDLING_UNIT = Flag.text("handlingUnit");
    static final Flag<String> HANDLING_GROUP = Flag.text("handlingGroup");
    static final Flag<String> GUIDING_GROUP = Flag.text("guidingGroup");
    static final Flag<Boolean> MORE_TIME_ASKED = Flag.yesNo("moreTimeAsked");
    static final Flag<Boolean> EXTENSION_GRANTED = Flag.yesNo("extensionGranted");
    static final Flag<Boolean> SUFFICIENT = Flag.yesNo("sufficient");
    static final Flag<String> CONCLUSION = Flag.oneOf("conclusion", LeadConclusion.values());
    static final Flag<Boolean> INSTRUMENT_NEEDED = Flag.yesNo("instrumentNeeded");
    static final Flag<Boolean> ORDER_CHOSEN = Flag.yesNo("orderChosen");

    private LeadHandlingVariables() {}
}
