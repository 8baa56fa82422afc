package io.duban.interview;

/** Whom the interview is reported to (通报对象, A42). */
public enum PartyReportRecipient {
    PARTY_COMMITTEE("当地党委"),
    GOVERNMENT("当地政府"),
    /** 问责办法: the record is also filed with the superior department. */
    SUPERIOR_OFFICE("上级督导机构");

    private final String label;

    PartyReportRecipient(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
