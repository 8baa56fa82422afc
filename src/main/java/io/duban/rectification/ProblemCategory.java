package io.duban.rectification;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 问题类别: the focus list of the source documents (B04), the pick-list of every form. */
public enum ProblemCategory {
    HOMEWORK_COORDINATION("学校作业布置统筹不够"),
    HOMEWORK_QUALITY("作业质量不高"),
    AFTER_SCHOOL_SERVICE("课后服务质量不高"),
    SCHOOL_RUNNING("学校办学不规范"),
    ZERO_START_TEACHING("未落实“零起点”教学"),
    KEY_CLASSES("设置重点班"),
    LIFE_AND_MENTAL_HEALTH("生命安全和心理健康等学科教育落实不到位"),
    HIDDEN_VARIANT("学科类培训隐形变异"),
    NON_SUBJECT_SUPERVISION("非学科类培训监管存在盲区"),
    PREPAYMENT_SUPERVISION("预收费监管不到位"),
    ART_EXAM_TRAINING("艺考培训机构治理难度大");

    private final String label;

    ProblemCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The options of a select field. */
    public static List<Map<String, String>> options() {
        return Stream.of(values())
                .map(each -> Map.of("value", each.name(), "label", each.label))
                .toList();
    }
}
