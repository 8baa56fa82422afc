package io.duban.interview;

import io.duban.form.Flag;
import java.util.Date;

/** Every variable of the process {@code interview}; nothing else of an interview enters the engine. */
final class InterviewVariables {

    static final Flag<String> CASE_ID = Flag.text("caseId");
    static final Flag<String> ISSUER_UNIT = Flag.text("issuerUnit");
    static final Flag<String> ANSWERER_GROUP = Flag.text("answererGroup");
    static final Flag<String> DISTRICT_UNIT = Flag.text("districtUnit");
    static final Flag<Boolean> INTERVIEW_APPROVED = Flag.yesNo("interviewApproved");
    static final Flag<Date> INTERVIEW_RECTIFICATION_DUE = Flag.date("interviewRectificationDue");
    static final Flag<Boolean> INTERVIEW_RESOLVED = Flag.yesNo("interviewResolved");

    private InterviewVariables() {}
}
