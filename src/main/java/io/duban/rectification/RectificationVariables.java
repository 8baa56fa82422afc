package io.duban.rectification;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of rectification.bpmn and look-back.bpmn. */
final class RectificationVariables {

    static final Flag<String> CASE_ID = Flag.text("caseId");
    static final Flag<String> PROBLEM_ID = Flag.text("problemId");
    static final Flag<String> ISSUER_UNIT = Flag.text("issuerUnit");
    static final Flag<String> ADDRESSEE_UNIT = Flag.text("addresseeUnit");
    static final Flag<String> ACCUSED_UNIT = Flag.text("accusedUnit");
    static final Flag<String> DISTRICT_UNIT = Flag.text("districtUnit");
    static final Flag<String> ORDER_NUMBER = Flag.text("orderNumber");
    static final Flag<String> RECTIFIER_GROUP = Flag.text("rectifierGroup");
    static final Flag<String> SIGN_OFF_GROUP = Flag.text("signOffGroup");
    static final Flag<String> LOOK_BACK_GROUP = Flag.text("lookBackGroup");
    static final Flag<Date> RECTIFICATION_DUE = Flag.date("rectificationDue");
    static final Flag<Date> RECTIFICATION_REMINDER = Flag.date("rectificationReminder");
    static final Flag<Boolean> VERIFIED = Flag.yesNo("verified");
    static final Flag<Boolean> SIGNED_OFF = Flag.yesNo("signedOff");
    static final Flag<Boolean> RELAPSED = Flag.yesNo("relapsed");
    static final Flag<Boolean> NEW_PROBLEM = Flag.yesNo("newProblem");
    static final Flag<Date> LOOK_BACK_DUE = Flag.date("lookBackDue");
    static final Flag<String> LOOK_BACK_RESULT = Flag.text("lookBackResult");

    private RectificationVariables() {}
}
