package io.duban.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 示例数据: invented words for every tag, so that a template can be looked at before anything is issued with it. */
final class SampleWords {

    private static final String LONG_TEXT = "经查，该单位在双休日以“素质拓展”名义组织学科类培训，涉及三个年级、四个班次，参训学生一百二十六人，收费方式为按期预收。"
            + "\n区有关部门已于10月12日进行现场检查，提取课表、缴费凭证和签到记录，相关负责人对上述情况予以确认。";

    private static final Map<String, String> WORDS = words();

    private SampleWords() {}

    /** A sentence for every tag a paper of this kind may hold. */
    static Map<String, String> values(PaperKind kind) {
        Map<String, String> values = new HashMap<>();
        PaperKind.OF_EVERY_PAPER.forEach(tag -> values.put(tag, WORDS.get(tag)));
        values.put("发文机关", kind.body().of("上海市"));
        values.put("编号", kind.isNumberedAsForm() ? "2026年第（12）号" : "沪教督" + kind.ending() + "〔2026〕12号");
        kind.required().forEach(tag -> values.put(tag, WORDS.get(tag)));
        kind.optional().forEach(tag -> values.put(tag, WORDS.get(tag)));
        values.put("印发机关", kind.body().printerOf("上海市"));
        values.putAll(special(kind));
        return values;
    }

    static List<Map<String, String>> rows(PaperKind kind) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (kind.hasRows()) {
            for (int i = 1; i <= 3; i++) {
                Map<String, String> row = new HashMap<>();
                for (String column : kind.columns()) {
                    row.put(column, column.equals("序号") ? String.valueOf(i) : rowWord(column, i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String rowWord(String column, int i) {
        return switch (column) {
            case "线索编号" -> "XS-2026-000" + i;
            case "涉及单位" -> List.of("徐汇区智启科技素养培训中心", "徐汇区墨溪第一小学", "徐汇区听雪轩书画培训部").get(i - 1);
            case "问题类别" -> List.of("隐形变异培训", "作业管理", "违规收费").get(i - 1);
            case "发现的问题", "问题" ->
                List.of("双休日开展学科类培训。", "一次性收取时间跨度超过3个月的费用。", "未在办学场所显著位置公示教师资质和收费标准。")
                        .get(i - 1);
            case "整改要求" ->
                List.of("立即停止，退还有关费用。", "清退超期预收费，完善收费管理制度。", "补正公示内容，报区教育局核验。").get(i - 1);
            case "整改时限" -> List.of("2026年11月30日", "2026年12月10日", "立即整改").get(i - 1);
            case "销号编号" -> "销号-" + i + "-1";
            case "销号日期" -> "2026年11月1" + i + "日";
            case "问责对象" -> List.of("徐汇区人民政府", "徐汇区教育局", "某校外培训机构负责人").get(i - 1);
            default -> List.of("公开批评", "约谈", "责令检查、通报批评").get(i - 1);
        };
    }

    private static Map<String, String> special(PaperKind kind) {
        return switch (kind) {
            case SUPERVISION_NOTICE -> Map.of("主送", "徐汇区教育局，徐汇区人民政府教育督导室", "标题", "关于核查督办“双减”问题线索的督办通知");
            case RECTIFICATION_ORDER -> Map.of("主送", "徐汇区智启科技素养培训中心");
            case RECTIFICATION_LETTER ->
                Map.of(
                        "主送", "徐汇区智启科技素养培训中心",
                        "标题", "关于整改违规开展学科类培训问题的督办函",
                        "发文机关", "徐汇区教育局",
                        "编号", "徐教督函〔2026〕12号");
            case EXTENSION_REPLY -> Map.of("标题", "关于调查核实期限延期申请的批复");
            case INTERVIEW_MINUTES -> Map.of(PaperKind.COPIES, "中共徐汇区委员会");
            case INTERVIEW_BULLETIN ->
                Map.of("主送", "中共徐汇区委员会，徐汇区人民政府", "标题", "关于约谈徐汇区人民政府有关情况的通报", PaperKind.COPIES, "国务院教育督导委员会办公室");
            default -> Map.of();
        };
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("主送", "徐汇区人民政府");
        words.put("成文日期", "2026年11月22日");
        words.put(PaperKind.COPIES, "");
        words.put("印发日期", "2026年11月22日");
        words.put("标题", "关于违规开展学科类培训问题的督办");
        words.put("办理要求", "请高度重视，组织力量逐条核查，查实的要责令立即整改、消除影响，并依法依规追究责任。\n请举一反三，对辖区内同类问题开展排查。");
        words.put("反馈期限", "2026年12月7日");
        words.put("被督办单位", "智启科技素养培训中心");
        words.put("存在问题", "1.双休日以“素质拓展”名义开展学科类培训。\n2.一次性收取时间跨度超过3个月的费用。");
        words.put("违反规定", "国家和上海市的相关规定");
        words.put("社会影响", "产生了不良的社会影响");
        words.put("上级规定", "国家和上海市的相关规定");
        words.put("督办时间", "2026年11月22日");
        words.put("联系人", "");
        words.put("联系电话", "");
        words.put("问题与要求", "1.双休日开展学科类培训。\n整改要求：立即停止，退还有关费用。\n整改时限：2026年11月30日前完成。");
        words.put("督办编号", "2026年第（12）号");
        words.put("督办标题", "关于违规开展学科类培训问题的督办");
        words.put("催办次数", "第2次");
        words.put("逾期情况", "调查核实期限已于2026年11月18日届满，逾期2个工作日");
        words.put("申请事项", "调查核实期限延长5个工作日");
        words.put("批复意见", "准予延期5个工作日，调查核实期限延至2026年11月25日。同一期限不再延期。");
        words.put("批复理由", "理由：涉及学生人数较多，需补充取证。");
        words.put("约谈情形", "多次催办仍未办结、问题整改不力");
        words.put("约谈日期", "2026年11月24日");
        words.put("约谈地点", "市教育督导委员会办公室会议室");
        words.put("约谈事由", "就督办事项整改不力进行约谈，请分管负责人到会说明情况。");
        words.put("约谈人", "约谈人甲（市教育督导室主任）");
        words.put("被约谈人", "被约谈人乙（徐汇区人民政府副区长）、被约谈人丙（徐汇区教育局局长）");
        words.put("记录人", "记录人丁（市教育督导室科员）");
        words.put("约谈记录", "约谈人通报了督办事项整改进展缓慢的情况。\n被约谈人说明了原因，表示接受约谈，立即部署整改。");
        words.put("整改要求", "十日内完成全部问题整改，并报送书面报告。");
        words.put("整改期限", "2026年12月8日");
        words.put("被约谈单位", "徐汇区人民政府");
        words.put("问责情形", "约谈后整改不力");
        words.put("事实材料", LONG_TEXT);
        words.put("告知方式", "直接送达");
        words.put("陈述期限", "2026年12月1日");
        words.put("基本情况", "徐汇区人民政府承办2026年第（12）号督办事项，逾期未报送调查报告。");
        words.put("问责事实", LONG_TEXT);
        words.put("问责依据", "《教育督导问责办法》有关规定。");
        words.put("生效时间", "2026年12月15日");
        return words;
    }
}
