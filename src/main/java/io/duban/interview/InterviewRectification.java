package io.duban.interview;

import io.duban.engine.Refusal;

/** What the interviewed side reports to have put right (约谈整改情况). */
public record InterviewRectification(String measures, String results) {

    private static final int SHORTEST = 10;

    void check() {
        boolean measuresShort = measures.strip().length() < SHORTEST;
        if (measuresShort || results.strip().length() < SHORTEST) {
            throw Refusal.of(
                    measuresShort ? "measures" : "results",
                    "rectification-report",
                    "P15（设计决定）",
                    "请写明整改措施和整改结果（各至少 10 字）。",
                    "Describe measures and results, each in at least 10 characters.");
        }
    }
}
