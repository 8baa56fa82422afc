package io.duban.calendar;

/** What a deadline is for (期限种类); the names are the inputs of the decision table {@code dueDates} (D15). */
public enum DeadlineKind {
    DEEMED_DELIVERY("视同签收"),
    INVESTIGATION("调查核实"),
    SUPPLEMENT("补正"),
    RECTIFICATION("整改"),
    LOOK_BACK("回头看"),
    INTERVIEW_RECTIFICATION("约谈整改"),
    ACCOUNTABILITY_FACT_FINDING("问责调查"),
    STATEMENT("陈述申辩"),
    DISCLOSURE("披露审批"),
    LEAD_ACCEPTANCE("受理告知"),
    LEAD_CONCLUSION("线索办结"),
    NOTICE_REPLY("通知反馈"),
    CONSULTATION("会商研判"),
    /** Not a deadline of its own: until when a party may ask for a review; nobody owes it. */
    REVIEW_REQUEST("复核申请"),
    /** Not a deadline of its own: how many days the handling of a lead may be prolonged. */
    LEAD_EXTENSION("线索延期"),
    /** Not a deadline of its own: how long whoever has to approve something is left in peace. */
    APPROVAL_REMINDER("审批催办"),
    /** Not a deadline of its own: until when they are reminded. */
    APPROVAL_REMINDERS_END("审批催办止期"),
    /** Not a deadline of its own: how far another one may be moved. */
    EXTENSION("延期");

    private final String chinese;

    DeadlineKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
