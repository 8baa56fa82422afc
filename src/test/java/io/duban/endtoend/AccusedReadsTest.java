package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 被督办单位 reads findings and demands only (A53): what proved unfounded was never said to it, nor when it is checked. */
class AccusedReadsTest extends EndToEnd {

    private static final String UNIT = "institution-head." + Papers.INSTITUTION;
    private static final String ALLEGED = "家长反映强制购买教辅材料";
    private static final List<String> NOT_FOR_IT =
            List.of(ALLEGED, "不属实", "问题 2", "\"problem-2\"", "调查核实", "回头看期限", "视同签收", "UNFOUNDED", "初步调查情况", "约谈");

    @Test
    void ofAnOrderThatProvedPartlyTrueTheAccusedUnitReadsWhatProvedTrue() {
        KeyOrder order = partly();

        Map<String, String> read = reads(order, "userTask_planRectification");

        assertThat(read.get("/cases/" + order.id)).contains("违规收费属实（第1项）", "整改期限", "停止违规收费，清退超收费用");
        assertThat(taskCase(read)).contains("违规收费属实（第1项）", "整改期限");
        order.planned(1);
        reads(order, "userTask_rectify");
        order.evidenced(1).verified(1).signedOff(1);
        assertThat(reads(order, null).get("/cases/" + order.id)).contains("违规收费属实（第1项）", "已销号");
        assertThat(order.problemLine(2).path("stateLabel").asText())
                .as("the issuer reads both")
                .isEqualTo("不属实");
    }

    @Test
    void theCardOfItsTaskSaysWhatItHasToDoAndNothingOfWhatTheDistrictWentThrough() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        new Ladder(duban).interviewed(order.interviews().get(0).path("id").asText());
        order.handIn().report().reviewed(Papers.review(duban.today().plusDays(20)));

        JsonNode card = order.unit.tasks(order.id).get(0).path("card");

        assertThat(card.path("interviews").asInt()).isZero();
        assertThat(card.path("due").asText())
                .startsWith(duban.today().plusDays(20).toString());
    }

    /** What a paper to the unit itself names is its to read from the day the paper comes. */
    @Test
    void ofAnOrderAddressedToItTheUnitReadsEveryProblemFromTheStart() {
        Person office = as("supervision-office.310104");
        String id = office.drafts(Papers.letter(
                "RECTIFICATION_ORDER",
                Papers.INSTITUTION,
                duban.today().plusDays(20),
                duban.today().plusDays(30)));
        office.does(
                id,
                "userTask_draftOrder",
                Papers.checked(Papers.letter(
                        "RECTIFICATION_ORDER",
                        Papers.INSTITUTION,
                        duban.today().plusDays(20),
                        duban.today().plusDays(30))));
        as("supervision-lead.310104").does(id, "userTask_issueOrder", Papers.signed());

        Map<String, String> read = new CaseReader(duban, UNIT).everything(id, "userTask_receiveOrder");

        assertThat(read.get("/cases/" + id))
                .contains("（第1项）", "（第2项）", "视同签收期限")
                .doesNotContain("拟稿送签");
    }

    private KeyOrder partly() {
        Map<String, Object> paper = Papers.keyIssueOrder(Papers.DISTRICT, Papers.INSTITUTION, 2);
        List<Object> rows = new ArrayList<>((List<?>) paper.get("problems"));
        rows.set(1, Papers.of("category", "PREPAYMENT_SUPERVISION", "description", ALLEGED));
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.with(paper, "problems", rows)).reported();
        Map<String, Object> review = Papers.partly(duban.today().plusDays(20));
        List<Object> found = new ArrayList<>((List<?>) review.get("problems"));
        found.set(1, Papers.of("ref", "2", "description", ALLEGED, "substantiated", "NO"));
        return order.reviewed(Papers.with(review, "problems", found));
    }

    private Map<String, String> reads(KeyOrder order, @org.jspecify.annotations.Nullable String task) {
        Map<String, String> read = new CaseReader(duban, UNIT).everything(order.id, task);
        assertThat(read)
                .containsKeys("/cases/" + order.id, "/api/cases/" + order.id + "/evidence", "/api/tasks?size=100")
                .doesNotContainKeys("ZIP", "/api/orders/" + order.id);
        read.forEach((route, text) -> assertThat(text).as(route).doesNotContain(NOT_FOR_IT));
        assertThat(as(UNIT).get("/api/interviews?order=" + order.id).ok().body())
                .isEmpty();
        assertThat(as(UNIT).get("/api/accountabilities?order=" + order.id).ok().body())
                .isEmpty();
        return read;
    }

    private static String taskCase(Map<String, String> read) {
        return read.entrySet().stream()
                .filter(each -> each.getKey().endsWith("/case"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
