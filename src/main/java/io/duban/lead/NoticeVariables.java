package io.duban.lead;

import io.duban.form.Flag;
import java.util.Date;

/** The variables of lead-consolidation.bpmn, notice-verification.bpmn and consultation.bpmn beyond those of a lead. */
final class NoticeVariables {

    static final Flag<Date> PERIOD_END = Flag.date("periodEnd");
    static final Flag<Boolean> ANY_LEADS = Flag.yesNo("anyLeads");
    static final Flag<Boolean> ISSUED = Flag.yesNo("issued");
    static final Flag<Date> REPLY_DUE = Flag.date("replyDue");
    static final Flag<Boolean> REPORTED = Flag.yesNo("reported");
    static final Flag<String> REVIEW_RESULT = Flag.oneOf("reviewResult", NoticeReview.values());
    static final Flag<String> UNIT = Flag.text("unit");
    static final Flag<Date> CONSULTATION_DUE = Flag.date("consultationDue");

    private NoticeVariables() {}
}
