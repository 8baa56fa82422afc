package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the line of a task in the list says of its case, in words people know. */
class CardsTest extends EndToEnd {

    @Test
    void theTasksOfEveryProblemSayWhichProblemTheyAreAbout() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 3).rectifying(10, 20, 30);

        assertThat(problems(order.unit.tasks(order.id))).containsExactlyInAnyOrder(1, 2, 3);
        order.planned(2).evidenced(2);
        assertThat(problems(order.districtOffice.tasks(order.id))).containsExactly(2);
    }

    @Test
    void theTasksOfTheWholeOrderNameNoProblem() {
        KeyOrder order = KeyOrder.drafted(duban).received();

        assertThat(order.team.tasks(order.id))
                .singleElement()
                .satisfies(task ->
                        assertThat(task.path("card").hasNonNull("problem")).isFalse());
    }

    @Test
    void interviewsNameTheUnitInWords() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = order.interviews().get(0).path("id").asText();

        JsonNode approval = order.lead.tasks(interview).get(0);
        assertThat(approval.path("card").path("unit").asText()).isEqualTo("徐汇区");
        assertThat(order.lead
                        .get("/api/tasks/" + approval.path("id").asText() + "/case")
                        .ok()
                        .body()
                        .toString())
                .contains("主送单位", "沪府教督办〔2021〕24号")
                .doesNotContain("D07");
    }

    private static List<Integer> problems(List<JsonNode> tasks) {
        return tasks.stream()
                .map(task -> task.path("card").path("problem").asInt())
                .toList();
    }
}
