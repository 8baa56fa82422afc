package io.duban.endtoend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filled-in forms with sensible words, each a new map that a test may spoil. */
final class Papers {

    static final String PROVINCE = "310000";
    static final String DISTRICT = "310104";
    static final String INSTITUTION = "310104T001";

    private Papers() {}

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static Map<String, Object> without(Map<String, Object> fields, String... names) {
        Map<String, Object> left = new LinkedHashMap<>(fields);
        List.of(names).forEach(left::remove);
        return left;
    }

    static Map<String, Object> with(Map<String, Object> fields, Object... namesAndValues) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.putAll(of(namesAndValues));
        return more;
    }

    static Map<String, Object> keyIssueOrder(String district, String accused, int problems) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= problems; i++) {
            rows.add(of("category", "PREPAYMENT_SUPERVISION", "description", "一次性收取时间跨度超过3个月的费用（第" + i + "项）"));
        }
        return of(
                "instrument", "KEY_ISSUE_ORDER",
                "title", "关于违规收取培训费用问题的督办",
                "addresseeUnit", district,
                "accusedUnit", accused,
                "summary", "经初步调查，该机构一次性收取费用超过三个月。",
                "provisions", "不得一次性收取时间跨度超过3个月或60课时的费用。",
                "socialImpact", "学生家长反映强烈。",
                "basis", "抽查收费凭证二十份。",
                "problems", rows);
    }

    static Map<String, Object> letter(String instrument, String unit, LocalDate... dues) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < dues.length; i++) {
            rows.add(of(
                    "category",
                    "NON_SUBJECT_SUPERVISION",
                    "description",
                    "培训场所未公示收费项目和标准（第" + (i + 1) + "项）",
                    "requirement",
                    "在显著位置公示收费项目和标准",
                    "due",
                    dues[i].toString()));
        }
        return of(
                "instrument", instrument,
                "title", "关于规范收费公示的整改要求",
                "addresseeUnit", unit,
                "accusedUnit", unit,
                "summary", "责任督学到校督导时发现。",
                "provisions", "培训机构在培训场所显著位置公示收费项目和标准。",
                "socialImpact", "",
                "basis", "督导记录。",
                "problems", rows);
    }

    /** The same paper as it goes to be signed: with the word that it names nobody who reported. */
    static Map<String, Object> checked(Map<String, Object> draft) {
        return with(draft, "masked", true);
    }

    /** What makes a lead weigh more, each answered: the named ones yes, the others no. */
    static Map<String, Object> weighed(Map<String, Object> fields, String... heavy) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        List.of("untimely", "severe", "vile", "leaderConcern", "publicReaction")
                .forEach(each -> all.put(each, List.of(heavy).contains(each)));
        return all;
    }

    static Map<String, Object> signed() {
        return of("decision", "ISSUE");
    }

    static Map<String, Object> received(String handlingUnit) {
        return of("handlingUnit", handlingUnit, "responsible", "分管副区长");
    }

    static Map<String, Object> report() {
        return of(
                "investigators", "调查组三人",
                "process", "到场检查，调取账目，询问家长。",
                "facts", "查明一次性收取费用超过三个月。",
                "disposition", "责令停止违规收费，退还超收部分。",
                "measures", "全额纳入资金监管账户。",
                "cause", "主体责任缺失，日常巡查不到位。",
                "widerCheck", "排查辖区机构。");
    }

    static Map<String, Object> released() {
        return of("decision", "REPORT", "responsible", "分管副区长");
    }

    /** A review that finds all five parts sufficient and each problem proved. */
    static Map<String, Object> review(LocalDate... dues) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < dues.length; i++) {
            rows.add(of(
                    "ref",
                    String.valueOf(i + 1),
                    "description",
                    "违规收费属实（第" + (i + 1) + "项）",
                    "substantiated",
                    "YES",
                    "requirement",
                    "停止违规收费，清退超收费用",
                    "due",
                    dues[i].toString()));
        }
        return of(
                "processSufficient", true,
                "factsSufficient", true,
                "dispositionSufficient", true,
                "measuresSufficient", true,
                "causeSufficient", true,
                "substantiation", "SUBSTANTIATED",
                "falsified", false,
                "interestSevere", false,
                "impactBad", false,
                "reviewNote", "五个部分齐全，事实清楚。",
                "problems", rows);
    }

    /** What the city writes down of a call that gives no name. */
    static Map<String, Object> called(LocalDate day, String unit, String text) {
        return of(
                "channel",
                "PHONE",
                "named",
                false,
                "sourceLevel",
                "CITY",
                "receivedOn",
                day.toString(),
                "unit",
                unit,
                "category",
                "HIDDEN_VARIANT",
                "text",
                text);
    }

    static Map<String, Object> unfounded(int problems) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= problems; i++) {
            rows.add(of("ref", String.valueOf(i), "description", "未发现违规收费", "substantiated", "NO"));
        }
        return with(review(), "substantiation", "UNSUBSTANTIATED", "reviewNote", "反映问题不属实。", "problems", rows);
    }

    /** A review that goes back: of the one problem of the order nothing is found yet. */
    static Map<String, Object> reviewOfOneDropped() {
        return with(review(), "removedProblems", List.of("1"));
    }

    /** Of two problems the first is proved, the second is not. */
    static Map<String, Object> partly(LocalDate due) {
        Map<String, Object> proved = review(due);
        List<Object> rows = new ArrayList<>((List<?>) proved.get("problems"));
        rows.add(of("ref", "2", "description", "未发现违规收费", "substantiated", "NO"));
        return with(proved, "substantiation", "PARTLY", "problems", rows);
    }

    static Map<String, Object> plan(LocalDate until) {
        return of("measuresPlanned", "清退费用，全部纳入监管", "responsible", "机构负责人", "plannedUntil", until.toString());
    }

    static Map<String, Object> evidence(LocalDate day) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("measures", "超收费用已全部清退");
        words.put("impact", "已向家长逐一说明并致歉");
        words.put("accountability", "已对直接责任人作出处理");
        words.put("widerCheck", "已对全部班次自查，未见同类问题");
        words.forEach((group, text) -> {
            fields.put(group, text);
            fields.put(group + "Date", day.toString());
            fields.put(group + "Person", "机构负责人");
        });
        return fields;
    }

    static Map<String, Object> passed() {
        return of("result", "PASSED", "method", "ON_SITE", "note", "现场核验，情况属实");
    }

    static Map<String, Object> failed(String note) {
        return of("result", "FAILED", "method", "DOCUMENTS", "note", note);
    }

    static Map<String, Object> bulletin(String number, LocalDate issuedOn, Integer... problems) {
        return of(
                "number",
                number,
                "title",
                "关于违规收费问题整改情况的通报",
                "issuedOn",
                issuedOn.toString(),
                "problems",
                List.of(problems));
    }

    /** A look-back on so many problems, of which the named ones have come back. */
    static Map<String, Object> lookBack(int problems, Integer... relapsed) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= problems; i++) {
            boolean back = List.of(relapsed).contains(i);
            rows.add(of(
                    "ref", String.valueOf(i),
                    "result", back ? "RELAPSED" : "HOLDING",
                    "note", back ? "再次收取超期费用" : "整改巩固"));
        }
        return of("method", "UNANNOUNCED", "problems", rows);
    }
}
