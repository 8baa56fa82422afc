package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who follows the stories of the start page word by word finds each task in the hands of the account that is named. */
class DemoStoryTest extends EndToEnd {

    private static final Pattern STORY = Pattern.compile("<details class=\"story\".*?</details>", Pattern.DOTALL);
    private static final Pattern STEP =
            Pattern.compile("<b>([^<]+)</b>.*?(?:<code>([^<]+)</code>|data-days=\"(\\d+)\")", Pattern.DOTALL);

    private KeyOrder order;

    private record Told(String task, @Nullable String account, int days) {

        /** The task's name without a remark such as （三项）. */
        String name() {
            return task.replaceFirst("（.*", "");
        }
    }

    @Test
    void theWholeCaseCanBePlayedAsItIsTold() {
        story(0).forEach(this::play);
        assertThat(order.state()).isEqualTo("RECTIFYING");
        assertThat(order.problemLine(2).path("round").asInt()).isEqualTo(2);
    }

    @Test
    void whatHappensWhenNobodyAnswersCanBePlayedAsItIsTold() {
        story(1).forEach(this::play);
        assertThat(order.state()).isEqualTo("INVESTIGATING");
        assertThat(order.timeline()).anyMatch(line -> line.startsWith("催办"));
        assertThat(order.lead.taskKeys(accountability())).doesNotContain("userTask_formWorkingGroup");
    }

    private void play(Told step) {
        if (step.account() == null) {
            as("supervision-office.310000")
                    .post("/api/demo/clock", Papers.of("workingDays", step.days()))
                    .ok();
            return;
        }
        if (order != null) {
            assertThat(List.of(order.id, interview(), accountability()))
                    .as("%s has the task %s", step.account(), step.task())
                    .anySatisfy(id -> assertThat(as(step.account()).tasks(id))
                            .extracting(each -> each.path("name").asText().replaceAll("\\s", ""))
                            .contains(step.name()));
        }
        act(step);
    }

    private void act(Told step) {
        Ladder ladder = new Ladder(duban);
        LocalDate today = duban.today();
        switch (step.name()) {
            case "发起流程 → 督办单办理" -> order = KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 3);
            case "拟稿送签" -> order.submitted();
            case "签发" -> order.signed();
            case "签收并明确承办单位" -> order.receipt();
            case "调查核实" ->
                order.team.does(order.id, "userTask_investigate", Papers.with(Papers.report(), "cause", "详见附件"));
            case "报送调查报告" -> order.report();
            case "审核调查报告" -> review(step);
            case "补正报告" -> order.government.does(order.id, "userTask_supplementReport", Papers.report());
            case "制定整改方案" -> each(order::planned);
            case "整改并申请销号" -> each(order::evidenced);
            case "初验" -> each(order::verified);
            case "销号" -> each(order::signedOff);
            case "回头看核查" -> order.lookedBack(Papers.lookBack(3, 2));
            case "约谈呈批" ->
                order.lead.does(
                        interview(), "userTask_approveInterview", Papers.of("decision", "APPROVED", "opinion", "同意约谈"));
            case "发出约谈通知" -> ladder.invited(interview(), Papers.DISTRICT);
            case "约谈并记录" -> ladder.held(interview());
            case "通报党委政府" -> ladder.reported(interview());
            case "跟踪核实约谈整改" ->
                order.office.does(
                        interview(),
                        "userTask_followUpInterview",
                        Papers.of("result", "UNRESOLVED", "checkedOn", today.toString(), "reason", "期限届满仍未报送调查报告。"));
            case "成立调查认定工作组" ->
                order.lead.does(
                        accountability(),
                        "userTask_formWorkingGroup",
                        Papers.of("members", List.of(member("组长甲", true), member("成员乙", false), member("成员丙", false))));
            default -> throw new AssertionError("the story tells of a task nobody plays here: " + step);
        }
    }

    /** First everything but the causes is sufficient, then all of it. */
    private void review(Told step) {
        LocalDate today = duban.today();
        Map<String, Object> whole = Papers.review(today.plusDays(20), today.plusDays(25), today.plusDays(30));
        boolean again = step.task().contains("再审");
        order.reviewed(again ? whole : Papers.with(whole, "causeSufficient", false, "reviewNote", "原因分析不能以“详见附件”代替。"));
        assertThat(order.state()).isEqualTo(again ? "RECTIFYING" : "SUPPLEMENTING");
    }

    private static void each(IntConsumer problem) {
        IntStream.rangeClosed(1, 3).forEach(problem);
    }

    private static Map<String, Object> member(String name, boolean leader) {
        return Papers.of("name", name, "unit", "310000", "leader", leader);
    }

    private String interview() {
        return newest(order.interviews());
    }

    private String accountability() {
        return newest(order.accountabilities());
    }

    private static String newest(List<JsonNode> cases) {
        return cases.isEmpty() ? "none" : cases.get(cases.size() - 1).path("id").asText();
    }

    /** The steps of one story as the start page tells them. */
    private List<Told> story(int index) {
        String page = new Visitor(duban).get("/").body();
        String story =
                STORY.matcher(page).results().map(MatchResult::group).toList().get(index);
        return STEP.matcher(story)
                .results()
                .map(step -> new Told(
                        step.group(1), step.group(2), step.group(3) == null ? 0 : Integer.parseInt(step.group(3))))
                .toList();
    }
}
