package io.duban.interview;

import io.duban.engine.Refusal;

/** The lead's word on a proposal (约谈呈批, P15). */
public record InterviewApproval(boolean approved, String opinion) {

    public InterviewApproval {
        opinion = opinion.strip();
    }

    void check() {
        if (!approved && opinion.length() < 5) {
            throw Refusal.of(
                    "opinion",
                    "decline-reason",
                    "P15（设计决定）",
                    "不予约谈的，请写明理由（至少 5 字）。",
                    "Give the reason for declining in at least 5 characters.");
        }
    }
}
