package io.duban.returns;

import io.duban.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 校验 of 附件5 (F15): problems add up exactly, institutions are 学科 + 非学科 (INV-04); inspectors, schools and notices may
 * differ, between the larger of 小学 and 初中 and their sum, and outside of that with a reason.
 */
final class AnnexFiveChecks {

    private static final String SOFT = "F15";
    private static final int NAMED = 10;

    private AnnexFiveChecks() {}

    /** Refuses what cannot be right, and what needs a reason and has none. */
    static void require(TypedPart typed) {
        int subject = typed.number(Figure.SUBJECT_INSTITUTIONS, Column.TOTAL);
        int other = typed.number(Figure.OTHER_INSTITUTIONS, Column.TOTAL);
        int all = typed.number(Figure.INSTITUTIONS, Column.TOTAL);
        if (all != subject + other) {
            throw Refusal.of(
                    Figure.INSTITUTIONS.key(),
                    "institutions-sum",
                    "INV-04",
                    "实地督导校外培训机构数量 " + all + " 应等于学科类 " + subject + " + 非学科类 " + other + " = " + (subject + other)
                            + "，请改正其中一个数。",
                    "Institutions must be subject plus other ones; correct one of the three numbers.");
        }
        for (Figure figure : TypedPart.explained()) {
            Optional<String> fault = fault(
                    figure,
                    typed.number(figure, Column.TOTAL),
                    typed.number(figure, Column.PRIMARY),
                    typed.number(figure, Column.JUNIOR));
            if (fault.isPresent() && !typed.reasons().containsKey(figure)) {
                throw Refusal.of(
                        TypedPart.reasonField(figure),
                        "reason-required",
                        SOFT,
                        fault.get() + "请核对；确实如此的，请填写情况说明。",
                        "The total lies outside what the columns allow; correct it or give the reason.");
            }
        }
    }

    /**
     * The rules the numbers of a whole return do not keep.
     *
     * @param withoutStage by the name of the school, how many of its problems have no stage yet
     */
    static List<Check> of(Cells cells, Map<Figure, String> reasons, Map<String, Long> withoutStage) {
        List<Check> found = new ArrayList<>();
        if (!withoutStage.isEmpty()) {
            long problems =
                    withoutStage.values().stream().mapToLong(Long::longValue).sum();
            found.add(new Check(
                    Figure.PROBLEMS.key(),
                    true,
                    "problems-sum",
                    SOFT,
                    "合计应等于小学+初中：还有 " + problems + " 个问题未分学段（" + named(withoutStage) + "），请由学校或区县在填报中逐个选择。",
                    problems + " problems have no stage yet; choose one for each.",
                    null));
        }
        for (Figure figure : Figure.values()) {
            if (figure.isByStage() && !isProblems(figure)) {
                fault(
                                figure,
                                cells.get(figure, Column.TOTAL),
                                cells.get(figure, Column.PRIMARY),
                                cells.get(figure, Column.JUNIOR))
                        .ifPresent(sentence -> found.add(soft(figure, sentence, reasons)));
            }
        }
        return found;
    }

    private static String named(Map<String, Long> withoutStage) {
        String schools = withoutStage.entrySet().stream()
                .limit(NAMED)
                .map(each -> each.getKey() + " " + each.getValue() + " 个")
                .collect(Collectors.joining("、"));
        return withoutStage.size() > NAMED ? schools + "等 " + withoutStage.size() + " 所学校" : schools;
    }

    private static boolean isProblems(Figure figure) {
        return figure == Figure.PROBLEMS || figure == Figure.COMPLETED_PROBLEMS || figure == Figure.OPEN_PROBLEMS;
    }

    private static Check soft(Figure figure, String sentence, Map<Figure, String> reasons) {
        return new Check(
                figure.key(),
                false,
                "columns-fit",
                SOFT,
                sentence,
                "The total of " + figure.key() + " lies outside what its columns allow.",
                reasons.get(figure));
    }

    private static Optional<String> fault(Figure figure, int total, int primary, int junior) {
        int least = Math.max(primary, junior);
        int most = primary + junior;
        return total >= least && total <= most
                ? Optional.empty()
                : Optional.of("“" + figure.label() + "”合计 " + total + " 应在 " + least + " 与 " + most + " 之间（小学 "
                        + primary + "、初中 " + junior + "）。");
    }
}
