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
                                "文种选重点问题督办单，主送徐汇区，被督办单位选徐汇区智启科技素养培训中心；问题清单写三行：国庆假期以“研学”名义培训数学、物理（隐形变异），一次性收取六个月费用（预收费监管），以“研学物料费”名目拆分入账、隐瞒预收费（预收费监管）。",
                                "Start 督办单办理: addressee Xuhui district, accused the 智启 training centre; three problems: subjects taught as"
                                        + " 研学 on a public holiday, six months paid in advance, prepayment hidden under another name."),
                        Step.by(
                                OFFICE,
                                "拟稿送签",
                                "补齐初步调查情况、违反的规定和核查依据，勾选“文稿不含举报人信息”。",
                                "Complete the draft and confirm that it names no reporter."),
                        Step.by(LEAD, "签发", "同意签发：自动编号，送达区人民政府。", "Agree: the order gets its number and is delivered."),
                        Step.by(
                                GOVERNMENT,
                                "签收并明确承办单位",
                                "选承办单位，填责任领导；签收次日起算五个工作日。",
                                "Receive and name who investigates; five working days begin tomorrow."),
                        Step.by(
                                TEAM,
                                "调查核实",
                                "先看“案情”里的期限条，再填五个部分；原因分析只写“详见附件”。",
                                "See the strip of days in 案情, fill in five parts; of the causes say only “see appendix”."),
                        Step.by(GOVERNMENT, "报送调查报告", "选报送，填签报人。", "Submit the report."),
                        Step.by(
                                OFFICE,
                                "审核调查报告",
                                "不勾“原因分析充分”，其余都勾：系统退回补正并列出缺项。",
                                "Leave 原因分析充分 unticked: the report goes back with what is missing."),
                        Step.by(
                                GOVERNMENT,
                                "补正报告",
                                "补写原因分析（节假日巡查有空档、拆分入账未能预警），再次报送。",
                                "Supplement the causes, submit again."),
                        Step.by(
                                OFFICE,
                                "审核调查报告（再审）",
                                "五项都勾，认定属实；三个问题逐一认定，分别写整改要求和各自的整改时限。",
                                "All five ticked, true; each of three problems proved, with its own deadline."),
                        Step.by(
                                INSTITUTION,
                                "制定整改方案（三项）",
                                "停课退租、清退费用、补录平台并纳入资金监管，各写措施和完成日期。",
                                "Plan each: stop the courses, pay back, put all fees under supervision."),
                        Step.by(
                                INSTITUTION,
                                "整改并申请销号（三项）",
                                "四组举证：整改、消除影响、追责、举一反三。少填一组试试，看系统怎样说明理由。",
                                "Four groups of evidence; leave one out and read the refusal."),
                        Step.by(DISTRICT_OFFICE, "初验（三项）", "现场核验，报请销号。", "The district verifies each problem."),
                        Step.by(OFFICE, "销号（三项）", "予以销号。", "The city signs each problem off."),
                        Step.wait(30, "拨动演示时钟", "时间前进 30 个工作日，回头看任务生成。", "Move the clock: the look-back becomes due."),
                        Step.by(
                                INSPECTOR,
                                "回头看核查",
                                "两个问题巩固，一个问题反弹（又一次性收取超过三个月的费用）：反弹的问题重新整改，轮次加一。",
                                "Look back: one problem has returned and goes into another round.")));
    }

    private static DemoStory silence() {
        return new DemoStory(
                "不签收、不报送会怎样",
                "What happens when nobody answers",
                List.of(
                        Step.by(OFFICE, "发起流程 → 督办单办理", "另拟一张督办单。", "Draft a second order."),
                        Step.by(OFFICE, "拟稿送签", "核对后送签。", "Check and submit it."),
                        Step.by(LEAD, "签发", "同意签发。区人民政府什么都不做。", "Sign it; the district does nothing."),
                        Step.wait(
                                5,
                                "拨动演示时钟",
                                "一个工作日无人签收视同送达，期限照常起算；临期自动提醒。",
                                "After one working day the order counts as delivered; reminders follow."),
                        Step.wait(
                                11,
                                "拨动演示时钟",
                                "期限届满仍未报送：每三个工作日催办一次，卡片变红，三次以后转入约谈。",
                                "Overdue: a reminder each third working day, after three of them an interview."),
                        Step.by(LEAD, "约谈呈批", "同意约谈。", "Approve the interview."),
                        Step.by(OFFICE, "发出约谈通知", "约谈徐汇区人民政府，写明日期和地点。", "Invite the district government."),
                        Step.by(
                                OFFICE,
                                "约谈并记录",
                                "约谈人、被约谈人逐一署名，写书面记录和整改要求。",
                                "Attendees by name, the written record, what is demanded."),
                        Step.by(OFFICE, "通报党委政府", "约谈情况同时通报当地党委和政府。", "Tell party committee and government."),
                        Step.wait(
                                11,
                                "拨动演示时钟",
                                "十个工作日的约谈整改期限届满，区里仍未报送，记入逾期。",
                                "The term set by the interview is over and nothing has come."),
                        Step.by(OFFICE, "跟踪核实约谈整改", "整改不到位：启动问责。", "Not rectified: accountability begins."),
                        Step.by(
                                LEAD,
                                "成立调查认定工作组",
                                "问责由此开始；在“案情”里看催办、约谈、问责的完整经过。",
                                "Accountability begins; 案情 shows the whole course.")));
    }
}
