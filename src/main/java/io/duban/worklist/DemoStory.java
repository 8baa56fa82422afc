package io.duban.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guided walk through the demo: which account takes which task and what it enters, so that a visitor sees a whole case
 * in ten minutes without knowing the trade.
 *
 * @param title what the story shows, in Chinese
 * @param english the same in English
 */
record DemoStory(String title, String english, List<Step> steps) {

    private static final String OFFICE = "supervision-office.310000";
    private static final String LEAD = "supervision-lead.310000";
    private static final String GOVERNMENT = "government.310104";
    private static final String TEAM = "investigation-team.310104";
    private static final String INSTITUTION = "institution-head.310104T001";
    private static final String DISTRICT_OFFICE = "supervision-office.310104";
    private static final String INSPECTOR = "inspector.310000";

    static final List<DemoStory> ALL = List.of(wholeCase(), silence());

    /**
     * @param account the account that acts; none where only the clock is moved
     * @param days working days the demo clock moves forward in this step, 0 for none
     */
    record Step(@Nullable String account, int days, String task, String entry, String english) {

        static Step by(String account, String task, String entry, String english) {
            return new Step(account, 0, task, entry, english);
        }

        static Step wait(int days, String task, String entry, String english) {
            return new Step(null, days, task, entry, english);
        }
    }

    private static DemoStory wholeCase() {
        return new DemoStory(
                "一张督办单，从拟稿到回头看",
                "One order from draft to look-back",
                List.of(
                        Step.by(
                                OFFICE,
                                "发起流程 → 督办单办理",
                                "受文单位选徐汇区人民政府，涉事单位选徐汇区智启科技素养培训中心；写三个问题：一次性收费超过三个月、教师无资格证、超前超标培训。",
                                "Start 督办单办理: addressee Xuhui district government, accused the training centre, three problems."),
                        Step.by(OFFICE, "拟稿", "核对正文和依据，送签。", "Check text and basis, send for signature."),
                        Step.by(
                                LEAD,
                                "签发",
                                "同意签发：自动编号，送达区人民政府，五个工作日起算。",
                                "Sign: the number is given, five working days begin."),
                        Step.by(GOVERNMENT, "签收", "签收并明确承办单位；看“案情”里的期限条。", "Receive; see the strip of days in 案情."),
                        Step.by(
                                TEAM,
                                "调查核实",
                                "填写调查过程、实际情况、处理意见、整改措施；原因分析只写一句。",
                                "Investigate: five parts of the report, the causes in one short line."),
                        Step.by(GOVERNMENT, "报送办理情况", "审阅后报送。", "Read and submit the report."),
                        Step.by(OFFICE, "审核", "退回补正：原因分析不充分。", "Review: return it, the causes are too thin."),
                        Step.by(GOVERNMENT, "补正", "补写原因分析，再次报送。", "Supplement the causes, submit again."),
                        Step.by(
                                OFFICE,
                                "再次审核",
                                "认定属实；三个问题分别写整改要求和各自期限。",
                                "Review: true; three problems, each with its own deadline."),
                        Step.by(
                                INSTITUTION,
                                "整改（三个问题各一项）",
                                "四组材料：整改、消除影响、追责、举一反三。少填一组试试，看系统怎样说明理由。",
                                "Rectify: four groups of evidence; leave one out and read the refusal."),
                        Step.by(DISTRICT_OFFICE, "初验", "逐项现场核验，通过。", "The district verifies each problem."),
                        Step.by(OFFICE, "销号", "复核佐证，逐项销号。", "The city signs each problem off."),
                        Step.wait(
                                30, "拨动演示时钟", "时间前进 30 个工作日，回头看任务到期生成。", "Move the clock: the look-back becomes due."),
                        Step.by(
                                INSPECTOR,
                                "回头看",
                                "两个问题巩固，一个问题反弹：反弹的问题重新整改，轮次加一。",
                                "Look back: one problem has returned and goes into another round.")));
    }

    private static DemoStory silence() {
        return new DemoStory(
                "不签收、不报送会怎样",
                "What happens when nobody answers",
                List.of(
                        Step.by(OFFICE, "发起流程 → 督办单办理", "另拟一张督办单，送签。", "Draft a second order."),
                        Step.by(LEAD, "签发", "同意签发。区人民政府什么都不做。", "Sign it; the district does nothing."),
                        Step.wait(5, "拨动演示时钟", "期限临近和届满时自动催办，卡片变红。", "Reminders are sent, the card turns red."),
                        Step.wait(5, "拨动演示时钟", "仍不报送：转入约谈。", "Still nothing: an interview is opened."),
                        Step.by(OFFICE, "约谈", "登记约谈情况和新的期限。", "Record the interview and its deadline."),
                        Step.wait(5, "拨动演示时钟", "约谈期限再次落空：启动问责。", "The new deadline passes: accountability begins."),
                        Step.by(LEAD, "问责", "在“案情”里看催办、约谈、问责的完整经过。", "Decide; 案情 shows the whole course.")));
    }
}
