package io.duban.interview;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an interview is proposed (约谈情形); the first four stand in A41, the fifth in H21. */
public enum InterviewReason {
    REPORT_COUNT_HIGH("举报问题多"),
    WEAK_RECTIFICATION("问题整改不力"),
    FALSIFIED("弄虚作假"),
    /** Several reminders without a result count as weak rectification: a design decision of D07. */
    OVERDUE_REMINDED("多次催办仍未办结"),
    LAGGING("工作落后");

    private final String label;

    InterviewReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The reasons with these codes; refuses naming the field {@code reasonCodes} when none or an unknown one is given. */
    static List<InterviewReason> of(List<String> codes) {
        if (codes.isEmpty()) {
            throw refusal("提请约谈须说明约谈情形，请至少选择一项。", "Name at least one reason for the interview.");
        }
        return codes.stream().distinct().map(InterviewReason::one).toList();
    }

    static String labels(List<InterviewReason> reasons) {
        return reasons.stream().map(InterviewReason::label).collect(Collectors.joining("、"));
    }

    private static InterviewReason one(String code) {
        return Stream.of(values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "约谈情形“" + code + "”不存在，请从约谈情形列表中选择。",
                        "There is no such reason; choose one of REPORT_COUNT_HIGH, WEAK_RECTIFICATION, FALSIFIED,"
                                + " OVERDUE_REMINDED, LAGGING."));
    }

    private static Refusal refusal(String chinese, String english) {
        return Refusal.of("reasonCodes", "interview-reason", "A41 H21", chinese, english);
    }
}
