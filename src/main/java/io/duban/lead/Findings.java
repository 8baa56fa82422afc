package io.duban.lead;

import io.duban.engine.Refusal;
import io.duban.form.Fields;

/** 核查结果 as it is reported: who verified, how, what was found and done (A09). */
record Findings(String investigators, String process, String facts, String measures) {

    static Findings from(Fields fields) {
        return new Findings(
                fields.text("investigators"), fields.text("process"), fields.text("facts"), fields.text("measures"));
    }

    /** At least two people verify (design, by analogy with the investigation of an order). */
    void requireComplete() {
        if (investigators.split("[、，,;；\\s]+").length < 2) {
            throw Refusal.of(
                    "investigators",
                    "two-investigators",
                    "设计参数：核查不少于两人",
                    "核查人员至少两人，请用顿号分隔填写。",
                    "At least two people verify; separate them by commas.");
        }
    }
}
