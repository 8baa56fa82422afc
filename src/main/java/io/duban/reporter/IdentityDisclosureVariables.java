package io.duban.reporter;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of identity-disclosure.bpmn; neither the lead nor its units are among them. */
final class IdentityDisclosureVariables {

    /** The request's own id, not the lead's: the engine does not know which lead it is about. */
    static final Flag<String> CASE_ID = Flag.text("caseId");

    /** Candidates and tenant in one: only these custodians see the case in Tasklist and Cockpit. */
    static final Flag<String> CUSTODIAN_GROUP = Flag.text("custodianGroup");

    static final Flag<Date> DISCLOSURE_DUE = Flag.date("disclosureDue");
    static final Flag<Boolean> DISCLOSURE_APPROVED = Flag.yesNo("disclosureApproved");
    static final Flag<Date> VIEW_UNTIL = Flag.date("viewUntil");

    private IdentityDisclosureVariables() {}
}
