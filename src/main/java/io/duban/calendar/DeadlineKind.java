package io.duban.calendar;

/** What a deadline is for (期限种类); the names are the inputs of the decision table {@code dueDates} (D15). */
public enum DeadlineKind {
    DEEMED_DELIVERY("视同签收", "deemedDelivery"),
    INVESTIGATION("调查核实", "investigation"),
    SUPPLEMENT("补正", "supplement"),
    RECTIFICATION("整改", "rectification"),
    LOOK_BACK("回头看", "lookBack"),
    INTERVIEW_RECTIFICATION("约谈整改", "interviewRectification"),
    ACCOUNTABILITY_FACT_FINDING("问责调查", "factFinding"),
    STATEMENT("陈述申辩", "statement"),
    DISCLOSURE("披露审批", "disclosure"),
    LEAD_ACCEPTANCE("受理告知", "accept"),
    LEAD_CONCLUSION("线索办结", "conclude"),
    NOTICE_REPLY("通知反馈", "reply"),
    CONSULTATION("会商研判", "consultation"),
    /** Not a deadline of its own: until when a party may ask for a review; nobody owes it. */
    REVIEW_REQUEST("复核申请", ""),
    /** Not a deadline of its own: how many days the handling of a lead may be prolonged. */
    LEAD_EXTENSION("线索延期", "leadExtension"),
    /** Not a deadline of its own: how long whoever has to approve something is left in peace. */
    APPROVAL_REMINDER("审批催办", ""),
    /** Not a deadline of its own: until when they are reminded. */
    APPROVAL_REMINDERS_END("审批催办止期", ""),
    /** Not a deadline of its own: how far another one may be moved. */
    EXTENSION("延期", "");

    private final String chinese;
    private final String variable;

    DeadlineKind(String chinese, String variable) {
        this.chinese = chinese;
        this.variable = variable;
    }

    /** The variable in which models carry the end of such a term. */
    String dueVariable() {
        return variable + "Due";
    }

    /** The variable in which models carry the time of its reminder. */
    String reminderVariable() {
        return variable + "Reminder";
    }

    public String chinese() {
        return chinese;
    }
}
