package io.duban.order;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of supervision-order.bpmn: identity, units, candidate groups, routing flags and dates. */
final class SupervisionOrderVariables {

    static final Flag<String> CASE_ID = Flag.text("caseId");
    static final Flag<String> INSTRUMENT = Flag.text("instrument");
    static final Flag<String> ISSUER_UNIT = Flag.text("issuerUnit");
    static final Flag<String> ADDRESSEE_UNIT = Flag.text("addresseeUnit");
    static final Flag<String> ACCUSED_UNIT = Flag.text("accusedUnit");
    static final Flag<String> DISTRICT_UNIT = Flag.text("districtUnit");
    static final Flag<String> DRAFTER_GROUP = Flag.text("drafterGroup");
    static final Flag<String> ISSUER_GROUP = Flag.text("issuerGroup");
    static final Flag<String> RECEIVER_GROUP = Flag.text("receiverGroup");
    static final Flag<String> RECTIFIER_GROUP = Flag.text("rectifierGroup");
    static final Flag<String> SIGN_OFF_GROUP = Flag.text("signOffGroup");
    static final Flag<String> LOOK_BACK_GROUP = Flag.text("lookBackGroup");
    static final Flag<Boolean> INVESTIGATION_NEEDED = Flag.yesNo("investigationNeeded");
    static final Flag<Boolean> ISSUED = Flag.yesNo("issued");
    static final Flag<String> ORDER_NUMBER = Flag.text("orderNumber");
    static final Flag<Date> DEEMED_DELIVERY_DUE = Flag.date("deemedDeliveryDue");
    static final Flag<String> INVESTIGATOR_GROUP = Flag.text("investigatorGroup");
    static final Flag<Date> INVESTIGATION_DUE = Flag.date("investigationDue");
    static final Flag<Date> INVESTIGATION_REMINDER = Flag.date("investigationReminder");
    static final Flag<Boolean> FOUNDED = Flag.yesNo("founded");
    static final Flag<String> PROBLEM_ID = Flag.text("problemId");
    static final Flag<Date> LOOK_BACK_DUE = Flag.date("lookBackDue");
    static final Flag<String> LOOK_BACK_RESULT = Flag.text("lookBackResult");

    private SupervisionOrderVariables() {}
}
