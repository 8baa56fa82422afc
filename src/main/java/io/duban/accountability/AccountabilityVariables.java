package io.duban.accountability;

import io.duban.form.Flag;
import java.util.Date;

/** Every variable of the process {@code accountability}; nothing else of a case enters the engine. */
final class AccountabilityVariables {

    static final Flag<String> CASE_ID = Flag.text("caseId");
    static final Flag<String> ISSUER_UNIT = Flag.text("issuerUnit");
    static final Flag<Date> FACT_FINDING_DUE = Flag.date("factFindingDue");
    static final Flag<Boolean> GROUNDS_ESTABLISHED = Flag.yesNo("groundsEstablished");
    static final Flag<String> ACCOUNTABILITY_DECISION = Flag.oneOf("accountabilityDecision", DecisionOutcome.values());

    private AccountabilityVariables() {}
}
