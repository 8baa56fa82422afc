package io.duban.accountability;

import io.duban.engine.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why accountability is proposed (问责情形): the first from A43, the others from H22. */
public enum AccountabilityGround {
    REPEATED_BULLETINS("多次通报仍整改不到位"),
    WEAK_RECTIFICATION("对通报问题整改不力"),
    INTERVIEW_UNRESOLVED("约谈后整改不力"),
    PUPIL_INTEREST_SEVERE("侵害学生利益问题严重"),
    BAD_SOCIAL_IMPACT("造成不良社会影响");

    private final String label;

    AccountabilityGround(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The grounds with these codes; refuses naming {@code groundsCodes} when none or an unknown one is given. */
    static List<AccountabilityGround> of(List<String> codes) {
        if (codes.isEmpty()) {
            throw refusal("提请问责须说明问责情形，请至少选择一项。", "Name at least one ground for accountability.");
        }
        return codes.stream().distinct().map(AccountabilityGround::one).toList();
    }

    static String labels(List<AccountabilityGround> grounds) {
        return grounds.stream().map(AccountabilityGround::label).collect(Collectors.joining("、"));
    }

    private static AccountabilityGround one(String code) {
        return Stream.of(values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "问责情形“" + code + "”不存在，请从问责情形列表中选择。",
                        "There is no such ground; choose one of REPEATED_BULLETINS, WEAK_RECTIFICATION,"
                                + " INTERVIEW_UNRESOLVED, PUPIL_INTEREST_SEVERE, BAD_SOCIAL_IMPACT."));
    }

    private static Refusal refusal(String chinese, String english) {
        return Refusal.of("groundsCodes", "accountability-ground", "A43 H22", chinese, english);
    }
}
