package io.duban.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's step in the life of an order.
 *
 * @param task the user task's id in the model
 * @param person the account that takes it
 * @param fields what is typed into our form
 * @param flags the routing variables with which a bare engine is told the same
 */
record Step(String task, String person, Map<String, Object> fields, Map<String, Object> flags) {

    private static final String OFFICE = "supervision-office.310000";
    private static final String GOVERNMENT = "government.310104";
    private static final String INSTITUTION = "institution-head.310104T001";

    /** Eleven tasks from the draft to the look-back, everything right the first time. */
    static List<Step> all(LocalDate today) {
        List<Step> steps = new ArrayList<>();
        Map<String, Object> masked = draft();
        masked.put("masked", true);
        steps.add(new Step("userTask_draftOrder", OFFICE, masked, Map.of()));
        steps.add(new Step(
                "userTask_issueOrder", "supervision-lead.310000", Map.of("decision", "ISSUE"), Map.of("issued", true)));
        steps.addAll(investigation(today));
        steps.addAll(rectification(today));
        return steps;
    }

    /** What the paper says. */
    static Map<String, Object> draft() {
        Map<String, Object> draft = new HashMap<>();
        draft.put("instrument", "KEY_ISSUE_ORDER");
        draft.put("title", "以研学名义在法定节假日开展学科类培训");
        draft.put("addresseeUnit", "310104");
        draft.put("accusedUnit", "310104T001");
        draft.put("summary", "国庆期间以研学营名义讲授数学");
        draft.put("provisions", "不得占用法定节假日组织学科类培训");
        draft.put("socialImpact", "家长反映强烈");
        draft.put("basis", "平台公开课程表");
        draft.put("problems", List.of(Map.of("category", "HIDDEN_VARIANT", "description", "以研学名义开展学科类培训")));
        return draft;
    }

    private static List<Step> investigation(LocalDate today) {
        Map<String, Object> review = new HashMap<>(Map.of(
                "substantiation",
                "SUBSTANTIATED",
                "reviewNote",
                "要件齐全",
                "problems",
                List.of(Map.of(
                        "ref",
                        "1",
                        "description",
                        "以研学名义开展学科类培训",
                        "substantiated",
                        "YES",
                        "requirement",
                        "停止并整改",
                        "due",
                        today.plusDays(20).toString()))));
        List.of("process", "facts", "disposition", "measures", "cause")
                .forEach(part -> review.put(part + "Sufficient", true));
        List.of("falsified", "interestSevere", "impactBad").forEach(each -> review.put(each, false));
        return List.of(
                new Step(
                        "userTask_receiveOrder",
                        GOVERNMENT,
                        Map.of("handlingUnit", "310104", "responsible", "分管副区长"),
                        Map.of(
                                "investigatorGroup",
                                "investigation-team.310104",
                                "investigationDue",
                                BareLife.IN_A_WEEK,
                                "investigationReminder",
                                BareLife.IN_A_WEEK)),
                new Step(
                        "userTask_investigate",
                        "investigation-team.310104",
                        Map.of(
                                "process", "到场检查、调取账目、询问家长",
                                "facts", "查明国庆期间开课",
                                "disposition", "责令停止",
                                "measures", "退费",
                                "cause", "主体责任缺失、日常巡查不到位",
                                "investigators", "甲、乙"),
                        Map.of()),
                new Step(
                        "userTask_submitReport",
                        GOVERNMENT,
                        Map.of("decision", "REPORT", "responsible", "分管副区长"),
                        Map.of("released", true)),
                new Step(
                        "userTask_reviewReport",
                        OFFICE,
                        review,
                        Map.of("reportComplete", true, "substantiation", "SUBSTANTIATED", "falsified", false)));
    }

    private static List<Step> rectification(LocalDate today) {
        Map<String, Object> evidence = new HashMap<>();
        for (String group : List.of("measures", "impact", "accountability", "widerCheck")) {
            evidence.put(group, "已完成");
            evidence.put(group + "Date", today.toString());
            evidence.put(group + "Person", "负责人");
        }
        return List.of(
                new Step(
                        "userTask_planRectification",
                        INSTITUTION,
                        Map.of(
                                "measuresPlanned", "立即停止培训并退费",
                                "responsible", "负责人",
                                "plannedUntil", today.plusDays(10).toString()),
                        Map.of()),
                new Step("userTask_rectify", INSTITUTION, evidence, Map.of()),
                new Step(
                        "userTask_verifyRectification",
                        "supervision-office.310104",
                        Map.of("result", "PASSED", "method", "ON_SITE", "note", "现场核验属实"),
                        Map.of("verified", true)),
                new Step(
                        "userTask_signOffProblem",
                        OFFICE,
                        Map.of("result", "PASSED", "method", "DOCUMENTS", "note", "同意销号"),
                        Map.of("signedOff", true)),
                new Step(
                        "userTask_lookBack",
                        "inspector.310000",
                        Map.of(
                                "method",
                                "ON_SITE",
                                "problems",
                                List.of(Map.of("ref", "1", "result", "HOLDING", "note", "巩固"))),
                        Map.of("relapsed", false, "newProblem", false)));
    }
}
