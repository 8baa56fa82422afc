package io.duban.lead;

/** 督办方式 (D03): what may follow when a lead is found true; several may be advised side by side. */
enum SuggestedInstrument {
    KEY_ISSUE_ORDER("重点问题督办单"),
    RECTIFICATION_LETTER("整改督办函"),
    COVERT_INSPECTION("明查暗访"),
    PUBLISH("向社会公布"),
    SUPERVISION_NOTICE("督办通知");

    private final String label;

    SuggestedInstrument(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
