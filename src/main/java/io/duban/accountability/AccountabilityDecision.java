package io.duban.accountability;

import io.duban.engine.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The director's decision (审定) with the five contents that 《教育督导问责办法》 art. 16 demands: 基本情况、问责事实、问责依据、
 * 问责方式、生效时间. Returning or rejecting needs a reason instead.
 */
record AccountabilityDecision(
        DecisionOutcome outcome,
        String reason,
        String basicFacts,
        String accountabilityFacts,
        String legalBasis,
        List<SubjectSanctions> sanctions,
        @Nullable LocalDate effectiveDate) {

    private static final int SHORTEST = 5;

    AccountabilityDecision {
        sanctions = outcome == DecisionOutcome.APPROVED ? List.copyOf(sanctions) : List.of();
    }

    boolean isApproved() {
        return outcome == DecisionOutcome.APPROVED;
    }

    void check(Subjects subjects, LocalDate today) {
        if (!isApproved()) {
            require(!isShort(reason), "reason", "decision-reason", "退回或不予问责的，请写明理由（至少 5 字）。");
            return;
        }
        require(!isShort(basicFacts), "basicFacts", "five-contents", "问责决定须写明“基本情况”（至少 5 字）。");
        require(!isShort(accountabilityFacts), "accountabilityFacts", "five-contents", "问责决定须写明“问责事实”（至少 5 字）。");
        require(!isShort(legalBasis), "legalBasis", "five-contents", "问责决定须写明“问责依据”（至少 5 字）。");
        requireSanctions(subjects);
        require(effectiveDate != null, "effectiveDate", "five-contents", "问责决定须写明“生效时间”。");
        require(
                effectiveDate != null && !effectiveDate.isBefore(today),
                "effectiveDate",
                "effective-date",
                "生效时间不得早于审定日期 " + today + "，请改为当日或之后。");
    }

    private void requireSanctions(Subjects subjects) {
        var refs = sanctions.stream().map(SubjectSanctions::ref).toList();
        var matched = subjects.matching("sanctions", refs);
        for (int i = 0; i < matched.size(); i++) {
            var field = "sanctions[" + i + "].forms";
            var subject = matched.get(i);
            var chosen = sanctions.get(i).sanctions();
            require(!chosen.isEmpty(), field, "five-contents", "请为“" + subject.name() + "”选择问责方式。");
            for (var sanction : chosen) {
                require(
                        sanction.appliesTo(subject.kind()),
                        field,
                        "sanction-for-subject",
                        "“" + sanction.label() + "”不适用于" + subject.kind().label() + "“" + subject.name() + "”，可选："
                                + Sanction.labelsFor(subject.kind()) + "。");
            }
        }
    }

    private static void require(boolean holds, String field, String rule, String chinese) {
        if (!holds) {
            throw Refusal.of(field, rule, "INV-15", chinese, english(rule));
        }
    }

    private static String english(String rule) {
        return switch (rule) {
            case "decision-reason" -> "Returning or rejecting needs a reason of at least 5 characters.";
            case "sanction-for-subject" -> "This form of accountability does not apply to this kind of subject.";
            case "effective-date" -> "The decision cannot take effect before the day it is made.";
            default -> "The decision must state basic facts, facts, basis, forms for every subject and effective date.";
        };
    }

    private static boolean isShort(String text) {
        return text.strip().length() < SHORTEST;
    }
}
