package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** One case as it really happens, from the holiday inspection to the archive; its words stand in the case's own file. */
class RealCaseTest extends EndToEnd {

    private static final String NUMBER = "2026年第（\\d+）号";

    private Story story;

    @Test
    void anInstitutionThatTeachesOnAHolidayAndHidesPrepaymentIsSupervisedUntilItHolds() {
        story = Story.of(duban, "holiday-study-tour");
        var colleagues = new Colleagues(duban);

        story.upTo("draft");
        colleagues.onlySeeing(story.order(), "userTask_draftOrder", "supervision-office.310000");
        as("government.310104").get("/api/orders/" + story.order()).is(404);
        story.upTo("submit");
        colleagues.onlySeeing(story.order(), "userTask_issueOrder", "supervision-lead.310000");
        story.upTo("issue");
        assertThat(order().path("number").asText()).matches(NUMBER);
        colleagues.onlySeeing(story.order(), "userTask_receiveOrder", "government.310104");
        countsFiveWorkingDaysFromTheDayAfterReceipt(colleagues);
        returnsTheReportWhoseCausesAreInTheAppendix(colleagues);
        rectifiesThreeProblemsEachByItsOwnDay(colleagues);
        revokesTheSignOffOfTheProblemThatCameBack(colleagues);
        closes();
    }

    private void countsFiveWorkingDaysFromTheDayAfterReceipt(Colleagues colleagues) {
        story.upTo("receive");
        colleagues.onlySeeing(story.order(), "userTask_investigate", "investigation-team.310104");
        assertThat(explanation("INVESTIGATION")).isEqualTo("尚未起算，共 5 个工作日，10月13日 24:00 到期；跳过：10月6日—7日 国庆节、10月11日 周日");
        story.moveTo(3, "09:00");
        assertThat(explanation("INVESTIGATION")).startsWith("第 1 / 5 个工作日，10月13日 24:00 到期");
        story.moveTo(5, "09:00");
        assertThat(explanation("INVESTIGATION"))
                .as("the Saturday worked in exchange counts")
                .startsWith("第 3 / 5 个工作日");
        assertThat(card("investigation-team.310104", "userTask_investigate")
                        .path("day")
                        .asText())
                .isEqualTo("第 3 / 5 个工作日");
        story.moveTo(7, "09:00");
        assertThat(timeline()).contains("调查核实期限临近，提醒承办单位");
    }

    private void returnsTheReportWhoseCausesAreInTheAppendix(Colleagues colleagues) {
        story.upTo("investigate");
        colleagues.onlySeeing(story.order(), "userTask_submitReport", "government.310104");
        story.upTo("report");
        assertThat(deadline("INVESTIGATION").path("status").asText())
                .as("reported on the fifth day")
                .isEqualTo("MET");
        colleagues.onlySeeing(story.order(), "userTask_reviewReport", "supervision-office.310000");
        story.upTo("returned");
        assertThat(order().path("reportReturns").asInt()).isEqualTo(1);
        assertThat(timeline()).contains("审核：要件不全（原因分析），退回补正");
        assertThat(deadline("SUPPLEMENT").path("due").asText()).isEqualTo("2026-10-16");
        colleagues.onlySeeing(story.order(), "userTask_supplementReport", "government.310104");
        Person government = as("government.310104");
        String supplement = government.task(story.order(), "userTask_supplementReport");
        JsonNode shown = government.form(supplement).ok().body().path("data");
        assertThat(shown.path("missing").asText()).isEqualTo("原因分析");
        assertThat(shown.path("cause").asText()).isEqualTo("详见附件");
        story.upTo("supplement");
    }

    private void rectifiesThreeProblemsEachByItsOwnDay(Colleagues colleagues) {
        story.upTo("confirm");
        assertThat(KeyOrder.stream(order().path("problems"))
                        .map(each -> each.path("due").asText()))
                .containsExactly("2026-10-23", "2026-11-06", "2026-11-16");
        assertThat(as("institution-head.310104T001").tasks(story.order()))
                .extracting(each -> each.path("due").asText())
                .containsExactlyInAnyOrder(
                        "2026-10-24T00:00:00+08:00", "2026-11-07T00:00:00+08:00", "2026-11-17T00:00:00+08:00");
        colleagues.onlySeeing(story.order(), "userTask_planRectification", "institution-head.310104T001");
        story.upTo("rectify-1");
        colleagues.onlySeeing(story.order(), "userTask_verifyRectification", "supervision-office.310104");
        story.upTo("verify-1");
        colleagues.onlySeeing(story.order(), "userTask_signOffProblem", "supervision-office.310000");
        story.upTo("sign-off-3");
        assertThat(timeline()).contains("问题 1：予以销号（销号-1-1）", "问题 2：予以销号（销号-2-1）", "问题 3：予以销号（销号-3-1）", "全部问题销号，列入回头看");
        assertThat(deadline("LOOK_BACK").path("due").asText()).isEqualTo("2026-12-13");
        assertThat(as("inspector.310000").tasks(story.order())).isEmpty();
    }

    private void revokesTheSignOffOfTheProblemThatCameBack(Colleagues colleagues) {
        story.moveTo(70, "09:00");
        assertThat(order().path("state").asText()).isEqualTo("LOOKING_BACK");
        assertThat(deadline("LOOK_BACK").path("status").asText()).isEqualTo("MET");
        colleagues.onlySeeing(story.order(), "userTask_lookBack", "inspector.310000");
        story.upTo("look-back");
        JsonNode relapsed = order().path("problems").path(1);
        assertThat(relapsed.path("round").asInt()).isEqualTo(2);
        assertThat(relapsed.path("reopened").asBoolean()).isTrue();
        assertThat(relapsed.path("state").asText()).isEqualTo("RECTIFYING");
        assertThat(jdbc.queryForList(
                        "select seq from problem where order_id = ? and sign_off_number is null",
                        Integer.class,
                        story.order()))
                .as("the sign-off of the relapsed problem alone is revoked")
                .containsExactly(2);
        assertThat(timeline()).contains("回头看：发现反弹", "问题 2：反弹，撤销销号，第 2 轮整改");
        declineTheInterview();
    }

    /** A relapse counts as 整改不力: the interview is proposed at once, the order goes on meanwhile. */
    private void declineTheInterview() {
        JsonNode interview = as("supervision-office.310000")
                .get("/api/interviews?order=" + story.order())
                .ok()
                .body();
        assertThat(interview).hasSize(1);
        String id = interview.path(0).path("id").asText();
        as("supervision-lead.310000")
                .does(
                        id,
                        "userTask_approveInterview",
                        Papers.of("decision", "DECLINED", "opinion", "涉及金额较小且当场认错，先限期整改，视第二轮整改情况再定。"));
    }

    private void closes() {
        story.upTo("sign-off-2-again");
        assertThat(timeline()).contains("问题 2：予以销号（销号-2-2）");
        story.upTo("second-look-back");
        assertThat(timeline()).endsWith("回头看：整改巩固", "整改巩固，办结归档");
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_execution where business_key_ = ?", Integer.class, story.order()))
                .as("nothing of the case is left running")
                .isZero();
        assertThat(new Colleagues(duban).all().stream().flatMap(each -> as(each).taskKeys(story.order()).stream()))
                .isEmpty();
    }

    private JsonNode order() {
        return as("supervision-office.310000").order(story.order());
    }

    private java.util.List<String> timeline() {
        return as("supervision-office.310000").timeline(story.order());
    }

    private JsonNode deadline(String kind) {
        return KeyOrder.stream(order().path("deadlines"))
                .filter(each -> kind.equals(each.path("kind").asText()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private String explanation(String kind) {
        return deadline(kind).path("explanation").asText();
    }

    private JsonNode card(String account, String task) {
        return as(account).find(story.order(), task, null).orElseThrow().path("card");
    }
}
