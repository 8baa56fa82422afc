package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * People at their desks, in a real Chromium: one order through Tasklist from the request to the plan of
 * rectification and, after its sign-off over HTTP, the look-back, and what leads see of it in Cockpit.
 */
class WholeOrderInTasklistIT extends Screens {

    private static final List<String> EVIDENCE = List.of("整改说明", "消除影响说明", "追责说明", "举一反三说明");
    private static final List<String> FIRST_FOUR = List.of("调查过程", "实际情况", "处理意见", "整改措施");

    /** Orders that other tests have left. */
    private final Set<String> before = new HashSet<>();

    @Test
    void sixPeopleTakeAnOrderThroughTasklistAndTheLeadsWatchItInCockpit() {
        orders().forEach(before::add);
        try (Desk office = at("supervision-office.310000").tasklist()) {
            request(office);
            office.claim("拟稿送签").tick("已核对").complete();
        }
        try (Desk lead = at("supervision-lead.310000").tasklist()) {
            lead.claim("签发").mark("签发意见", "同意签发").complete();
        }
        try (Desk government = at("government.310104").tasklist()) {
            government.filter("待签收").claim("签收").choose("承办单位", "徐汇区（310104）");
            government.type("责任领导", "分管副区长").complete();
        }
        investigate();
        reviewTwice();
        JsonNode order = onlyOrder();
        assertThat(order.path("state").asText()).isEqualTo("RECTIFYING");
        rectifyOnTheScreen();
        watch();
        finish(order.path("id").asText());
    }

    private void request(Desk office) {
        office.startProcess("督办单办理");
        office.choose("文种", "重点问题督办单").type("标题", "以研学名义在法定节假日开展学科类培训");
        office.choose("主送单位", "徐汇区（310104）").choose("被督办单位（学校", "310104T001");
        office.type("初步调查情况", "据初步调查，该机构国庆假期以研学营名义讲授数学、英语，按半年一次性收取费用。");
        office.type("违反的规定", "不得占用法定节假日组织学科类培训；不得一次性收取时间跨度超过3个月的费用。");
        office.type("产生的社会影响", "部分家长向媒体反映，造成不良影响。").type("初步核查依据", "机构公开课程表、收费公示与现场照片。");
        for (int row = 0; row < 3; row++) {
            if (row > 0) {
                office.addRow();
            }
            office.choose("问题类别", row, row == 0 ? "学科类培训隐形变异" : "预收费监管不到位");
            office.type(
                    "问题表述",
                    row,
                    List.of("以研学名义在国庆假期开展学科类培训", "一次性收取超过3个月费用", "隐瞒预收费资金").get(row));
        }
        office.quiet().begin();
    }

    private void investigate() {
        try (Desk team = at("investigation-team.310104").tasklist()) {
            team.claim("调查核实").type("调查人员", "调查员甲、调查员乙");
            FIRST_FOUR.forEach(part -> team.type(part, part + "：到场检查、调取账目、询问家长和学员，情况已查明。"));
            team.type("原因分析", "详见附件").complete();
        }
        try (Desk government = at("government.310104").tasklist()) {
            government.open("报送").tab("案情");
            government.page.getByText("调查核实期限").first().waitFor();
            assertThat(government.text()).contains("调查核实期限", "国庆", "第");
            government.picture(IMAGES + "tasklist-case.png");
            government.tab("表单");
            government.claim("报送").mark("办理", "报送调查报告").quiet();
            government.type("责任领导", "分管副区长").complete();
        }
    }

    private void reviewTwice() {
        try (Desk office = at("supervision-office.310000").tasklist()) {
            office.filter("待审核").claim("审核");
            FIRST_FOUR.forEach(part -> office.tick(part + "充分"));
            office.mark("认定结论", "属实").type("审核意见", "原因分析不能以“详见附件”代替，请补正。").complete();
        }
        try (Desk government = at("government.310104").tasklist()) {
            government.claim("补正");
            assertThat(government.text()).contains("缺 原因分析", "请补正");
            government.type("原因分析", "机构主体责任缺失，属地日常巡查不到位，假期检查流于形式。").complete();
        }
        try (Desk office = at("supervision-office.310000").tasklist()) {
            office.claim("审核");
            FIRST_FOUR.forEach(part -> office.tick(part + "充分"));
            office.tick("原因分析充分").mark("认定结论", "属实").type("审核意见", "要件齐全，同意认定。");
            for (int row = 0; row < 3; row++) {
                office.mark("是否属实", row, "属实").type("整改要求", row, "立即停止并整改到位");
            }
            office.picture(IMAGES + "tasklist-form.png").complete();
        }
    }

    /** The unit sees findings and demands; how it came out it does not see. */
    private void rectifyOnTheScreen() {
        try (Desk unit = at("institution-head.310104T001").tasklist()) {
            assertThat(unit.text()).doesNotContain("审核调查报告");
            unit.claim("制定整改方案").type("整改措施", "停止假期开课，全额退费").type("责任人", "机构负责人");
            unit.date("计划完成日期", 0, "2026/10/12").complete();
            unit.claim("整改并").type("整改说明", "已停止假期开课，全额退费");
            assertThat(unit.refusal()).contains("未能提交", "申请销号须四组举证齐全", "请一并补充后再提交");
            for (int group = 0; group < EVIDENCE.size(); group++) {
                unit.type(EVIDENCE.get(group), "情况已办妥，材料齐备。");
                unit.date("完成日期", group, "2026/10/05").type("责任人", group, "机构负责人");
            }
            unit.complete();
        }
        verifyAndSignOff("supervision-office.310104", "初验", "初验通过，报请销号");
        verifyAndSignOff("supervision-office.310000", "销号", "予以销号");
    }

    private void verifyAndSignOff(String account, String task, String conclusion) {
        try (Desk office = at(account).tasklist()) {
            office.claim(task);
            assertThat(office.text()).contains("消除影响", "举一反三");
            office.mark("核验结论", conclusion).choose("核验方式", "现场核验");
            office.type("核验情况", "现场核验，整改到位。").complete();
        }
    }

    private void watch() {
        try (Desk lead = at("supervision-lead.310000").app("cockpit")) {
            lead.page.navigate(lead.page.url().replaceAll("#.*", "") + "#/processes");
            lead.quiet().page.getByText("督办单办理").first().click();
            lead.quiet().page.locator(".djs-container").first().waitFor();
            Pattern few = Pattern.compile("^\\s*[123]\\s*$");
            Locator badges = lead.page.locator(".djs-overlays .badge, .djs-overlay .badge");
            PlaywrightAssertions.assertThat(badges.filter(new Locator.FilterOptions().setHasText(few))
                            .first())
                    .isVisible();
            lead.picture(IMAGES + "cockpit.png");
        }
        assertThat(instancesSeenBy("supervision-lead.310104")).isPositive();
        assertThat(instancesSeenBy("supervision-lead.310105")).isZero();
    }

    private int instancesSeenBy(String account) {
        String order = onlyOrder().path("id").asText();
        return duban.call(
                        account,
                        "GET",
                        "/camunda/api/engine/engine/default/process-instance/count?businessKey=" + order,
                        null)
                .ok()
                .body()
                .path("count")
                .asInt();
    }

    /** The two other problems over HTTP, the look-back on the screen again. */
    private void finish(String id) {
        Person office = as("supervision-office.310000");
        for (JsonNode problem : office.order(id).path("problems")) {
            String subject = problem.path("id").asText();
            Person unit = as("institution-head.310104T001");
            boolean waiting =
                    unit.find(id, "userTask_planRectification", subject).isPresent();
            if (waiting) {
                unit.does(
                        id,
                        "userTask_planRectification",
                        subject,
                        Papers.plan(duban.today().plusDays(3)));
            }
            if (unit.find(id, "userTask_rectify", subject).isPresent()) {
                unit.does(id, "userTask_rectify", subject, Papers.evidence(duban.today()));
                as("supervision-office.310104").does(id, "userTask_verifyRectification", subject, Papers.passed());
                office.does(id, "userTask_signOffProblem", subject, Papers.passed());
            }
        }
        duban.clockByWorkingDays(30);
        try (Desk inspector = at("inspector.310000").tasklist()) {
            inspector.filter("回头看到期").claim("回头看核查");
            for (int row = 0; row < 3; row++) {
                inspector.mark("结论", row, row == 1 ? "反弹" : "巩固").type("核查情况", row, "现场核查，情况已记录。");
            }
            inspector.choose("核查方式", "四不两直").complete();
        }
        assertThat(office.order(id).path("state").asText()).isEqualTo("RECTIFYING");
        assertThat(office.order(id).path("problems").get(1).path("round").asInt())
                .isEqualTo(2);
    }

    private JsonNode onlyOrder() {
        return as("supervision-office.310000")
                .order(orders().filter(each -> !before.contains(each))
                        .findFirst()
                        .orElseThrow());
    }

    private Stream<String> orders() {
        return jdbc.queryForList("select id from supervision_order", String.class).stream();
    }
}
