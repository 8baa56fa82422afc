package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

/** Whoever signs, reviews or approves is reminded too, for as long as the table says and not by a paper. */
class ApprovalRemindersTest extends EndToEnd {

    @Autowired
    @Qualifier("approvalReminderProcess")
    private ApplicationRunner firstDay;

    @Autowired
    private RuntimeService runtimeService;

    /** As at the start of the application, on the day on which the test begins. */
    @BeforeEach
    void openTheFirstDay() throws Exception {
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("approvalReminders")
                .list()
                .forEach(each -> runtimeService.deleteProcessInstance(each.getId(), "another day"));
        firstDay.run(new DefaultApplicationArguments());
    }

    @Test
    void aSignerIsRemindedEachThirdWorkingDayFiveTimesAtMost() {
        KeyOrder order = KeyOrder.drafted(duban).submitted();

        assertThat(List.of(after(2, order), after(1, order), after(2, order), after(1, order)))
                .containsExactly(0, 1, 1, 2);
        assertThat(after(9, order)).isEqualTo(5);
        assertThat(after(10, order)).as("then it has come to an end").isEqualTo(5);

        assertThat(order.timeline().stream().filter(each -> each.contains("催办“签发”")))
                .containsExactly(
                        "催办“签发”（第 1 次），已等待 3 个工作日",
                        "催办“签发”（第 2 次），已等待 6 个工作日",
                        "催办“签发”（第 3 次），已等待 9 个工作日",
                        "催办“签发”（第 4 次），已等待 12 个工作日",
                        "催办“签发”（第 5 次），已等待 15 个工作日");
        assertThat(jdbc.queryForList("select id from paper where case_id = ?", String.class, order.id))
                .as("nobody sends their own head a paper")
                .isEmpty();
        order.signed();
        assertThat(order.government.order(order.id).toString())
                .as("how long it lay is its issuer's own")
                .doesNotContain("催办“签发”");
    }

    @Test
    void soIsWhoeverHasToApproveAnInterview() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        duban.clockTo(Ladder.INTERVIEW_DUE);
        String interview = order.interviews().get(0).path("id").asText();

        duban.clockByWorkingDays(3);

        assertThat(order.lead
                        .tasks(interview)
                        .get(0)
                        .path("card")
                        .path("awaited")
                        .asInt())
                .isEqualTo(1);
        assertThat(order.team.tasks(order.id))
                .as("whoever works has a term and is urged of that")
                .allMatch(each -> each.path("card").path("awaited").asInt() == 0);
    }

    /** How often its signer was reminded of the order so many working days later. */
    private int after(int workingDays, KeyOrder order) {
        duban.clockByWorkingDays(workingDays);
        return order.lead
                .find(order.id, "userTask_issueOrder", null)
                .orElseThrow()
                .path("card")
                .path("awaited")
                .asInt();
    }
}
