package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Who does not answer is urged, interviewed (约谈) and held accountable (问责), every form of it on the screen. */
class MissedDeadlineInTasklistIT extends Screens {

    private static final String LOOK = "target/browser/";
    private static final String LEAD = "supervision-lead.310000";
    private static final String OFFICE = "supervision-office.310000";

    @Test
    void whoMissesTheDeadlineIsUrgedInterviewedAndHeldAccountable() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        urged();
        approve();
        interview();
        follow();
        String accountability = order.accountabilities().get(0).path("id").asText();
        establish();
        hear();
        decide();
        archive();
        JsonNode closed =
                as(OFFICE).get("/api/accountabilities/" + accountability).ok().body();
        assertThat(closed.path("state").asText()).isEqualTo("ARCHIVED");
        assertThat(closed.toString()).contains("公开批评", "督导通报", "责令检查");
        assertThat(order.state()).as("the order itself goes on").isEqualTo("INVESTIGATING");
    }

    private void urged() {
        try (Desk team = tasklist("investigation-team.310104")) {
            team.filter("已超期").card("调查核实").waitFor();
            team.page.getByText("催办").first().waitFor();
            assertThat(team.text()).contains("已超期", "催办");
            team.open("调查核实").tab("案情").look(LOOK + "overdue-case.png");
        }
    }

    private void approve() {
        try (Desk lead = tasklist(LEAD)) {
            lead.claim("约谈呈批").tab("案情");
            lead.page.getByText("约谈情形").first().waitFor();
            assertThat(lead.text()).contains("约谈情形", "多次催办仍未办结");
            lead.look(LOOK + "interview-case.png").tab("表单");
            lead.mark("是否约谈", "同意约谈").type("呈批意见", "同意，请尽快约谈。");
            lead.look(LOOK + "approve-interview.png").complete();
        }
    }

    private void interview() {
        try (Desk office = tasklist(OFFICE)) {
            office.claim("发出约谈通知");
            office.date("约谈日期", 0, "2026/10/27").type("约谈地点", "市教委会议室");
            office.type("通知内容", "请区人民政府分管负责人到会，说明逾期未报送调查报告的原因。");
            office.look(LOOK + "notify-interviewee.png").complete();

            office.claim("约谈并记录").date("约谈日期", 0, "2026/10/27");
            office.type("约谈记录", "约谈人通报逾期情况，被约谈人说明原因并表态立即组织调查。").type("整改要求", "三日内报送调查报告");
            attendee(office, 0, "约谈人甲", "约谈人");
            attendee(office, 1, "约谈人乙", "约谈人");
            assertThat(office.refusal()).contains("被约谈人");
            office.look(LOOK + "hold-interview-refused.png");
            office.choose("身份", 1, "被约谈人");
            office.look(LOOK + "hold-interview.png").complete();

            office.claim("通报党委政府").tick("当地党委").tick("当地政府");
            office.type("通报文件标题", "关于约谈徐汇区人民政府有关情况的通报").date("通报日期", 0, "2026/10/27");
            office.look(LOOK + "report-to-party-and-government.png").complete();
        }
    }

    private static void attendee(Desk office, int row, String name, String role) {
        office.type("姓名", row, name).type("单位", row, "有关单位").type("职务", row, "负责人");
        office.choose("身份", row, role);
    }

    private void follow() {
        try (Desk government = tasklist("government.310104")) {
            government.claim("报送约谈整改").type("整改措施", "区政府专题研究，限期报送调查报告。");
            government.type("整改结果", "已督促有关部门，调查报告仍在起草。");
            government.look(LOOK + "submit-interview-rectification.png").complete();
        }
        duban.clockTo("2026-11-12T09:00");
        try (Desk office = tasklist(OFFICE)) {
            office.claim("跟踪核实约谈整改").mark("整改是否到位", "整改不到位.*");
            office.date("核实日期", 0, "2026/11/12").type("核实情况和理由", "经核实，调查报告仍未报送，整改要求未落实。");
            office.look(LOOK + "follow-up-interview.png").complete();
        }
    }

    private void establish() {
        try (Desk lead = tasklist(LEAD)) {
            lead.claim("成立调查认定工作组");
            for (int row = 0; row < 3; row++) {
                lead.type("姓名", row, "工作组成员" + (row + 1)).choose("单位", row, "上海市");
            }
            lead.tick("组长").look(LOOK + "form-working-group.png").complete();
        }
        try (Desk office = tasklist(OFFICE)) {
            office.claim("调查认定");
            office.type("事实材料", "该区人民政府收到督办单后逾期未报送调查报告，经三次以上催办并约谈，约谈整改期限届满仍未落实，督办事项长期搁置，有关情况属实，证据齐全。");
            office.mark("是否启动问责", "启动问责").type("理由", "约谈后仍整改不力");
            office.addRow();
            subject(office, 0, "政府", "徐汇区", "较重");
            office.addRow();
            subject(office, 1, "分管负责人", "徐汇区", "较轻");
            office.type("姓名", 1, "分管负责人甲").pick("从重情形", 0, "隐瞒事实真相");
            office.look(LOOK + "establish-facts.png").complete();
        }
    }

    private static void subject(Desk office, int row, String kind, String unit, String severity) {
        office.choose("对象类型", row, kind).choose("单位", row, unit).choose("情节", row, severity);
    }

    private void hear() {
        try (Desk office = tasklist(OFFICE)) {
            office.claim("书面告知");
            for (int row = 0; row < 2; row++) {
                office.date("告知日期", row, "2026/11/12").choose("告知方式", row, "直接送达");
            }
            office.look(LOOK + "notify-subject.png").complete();
            office.claim("听取陈述申辩");
            for (int row = 0; row < 2; row++) {
                office.date("听取、放弃或期满后日期", row, "2026/11/12");
            }
            office.type("陈述申辩内容", 0, "已认识到问题，正在组织调查。").type("采纳情况和理由", 0, "不影响认定。");
            office.mark("书面放弃陈述", 1, "书面放弃陈述").type("采纳情况和理由", 1, "本人 11 月 12 日书面声明放弃。");
            office.look(LOOK + "hear-statement.png").complete();
        }
    }

    private void decide() {
        try (Desk director = tasklist("committee-director.310000")) {
            director.claim("审定").tab("案情");
            director.page.getByText("陈述申辩期限").first().waitFor();
            director.look(LOOK + "accountability-case.png").tab("表单");
            director.mark("审定结果", "同意问责");
            director.type("基本情况", "基本情况属实").type("问责事实", "问责事实清楚").type("问责依据", "《教育督导问责办法》");
            director.date("生效时间", 0, "2026/11/12");
            director.pick("问责方式", 0, "公开批评").pick("问责方式", 0, "督导通报").pick("问责方式", 1, "公开批评");
            assertThat(director.refusal()).contains("未能提交", "公开批评", "责令检查", "问责方式");
            director.look(LOOK + "decide-accountability-refused.png");
            director.page.locator(".fjs-taglist-tag-remove").last().click();
            director.pick("问责方式", 1, "责令检查");
            director.look(LOOK + "decide-accountability.png").complete();
        }
    }

    private void archive() {
        try (Desk office = tasklist(OFFICE)) {
            office.claim("印发送达").date("送达日期", 0, "2026/11/12").choose("送达方式", "直接送达");
            office.type("送达对象", "徐汇区人民政府").look(LOOK + "issue-decision.png").complete();
        }
        duban.clockTo("2026-12-15T09:00");
        try (Desk office = tasklist(OFFICE)) {
            office.claim("归档备案").type("归档号", "督问归〔2026〕1号");
            office.type("备案的上级督导机构", "国务院教育督导委员会办公室").date("备案日期", 0, "2026/12/15");
            office.look(LOOK + "archive-accountability.png").complete();
        }
    }
}
