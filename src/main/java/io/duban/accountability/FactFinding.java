package io.duban.accountability;

import io.duban.engine.Refusal;
import java.util.List;

/**
 * What the working group established (调查认定, 问责办法 art. 13): the fact material, the subjects, and whether
 * accountability is started.
 */
record FactFinding(String material, List<Subject> subjects, boolean started, String reason) {

    private static final int SHORTEST_MATERIAL = 50;
    private static final int SHORTEST_REASON = 5;

    FactFinding {
        subjects = List.copyOf(subjects);
    }

    void check() {
        if (material.strip().length() < SHORTEST_MATERIAL) {
            throw refusal(
                    "material", "fact-material", "事实材料至少 50 字，请补充。", "The fact material needs at least 50 characters.");
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            throw refusal(
                    "reason",
                    "start-reason",
                    "请写明启动或不启动问责的理由（至少 5 字）。",
                    "Give the reason for starting or not in at least 5 characters.");
        }
        if (started && subjects.isEmpty()) {
            throw refusal(
                    "subjects",
                    "subjects-named",
                    "启动问责须至少列明一个被问责对象，请添加。",
                    "Name at least one subject before accountability is started.");
        }
        requireDistinctAndNamed();
    }

    private void requireDistinctAndNamed() {
        for (int i = 0; i < subjects.size(); i++) {
            var subject = subjects.get(i);
            if (subject.name().isBlank()) {
                throw refusal(
                        "subjects[" + i + "].name",
                        "subject-name",
                        "被问责对象为个人的，请填写姓名。",
                        "Give the name of a person who is to be held to account.");
            }
            if (subjects.subList(0, i).stream().anyMatch(subject::isSameAs)) {
                throw refusal(
                        "subjects[" + i + "].name",
                        "subject-twice",
                        "“" + subject.name() + "”重复列入，请删除重复的一行。",
                        "The subject is listed twice; remove one row.");
            }
        }
    }

    private static Refusal refusal(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "《教育督导问责办法》第十三条", chinese, english);
    }
}
