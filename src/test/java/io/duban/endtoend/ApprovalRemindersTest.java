package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.calendar.WorkingDays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
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

    @Autowired
    private TaskService taskService;

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
        assertThat(followedUp(order))
                .as("it has come to an end and is not looked at again")
                .contains("9999-01-01");
        assertThat(after(3, order)).isEqualTo(5);

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

    @Test
    void whoseLeadItIsDoesNotTellItsHandlerHowLongTheRequestLay() {
        LeadCase lead = LeadCase.registered(duban);
        lead.triaged(lead.triage("反映周末违规补课")).transferred().received().asksForTime();

        duban.clockByWorkingDays(3);

        String route = "/cases/" + lead.ref;
        assertThat(new CaseReader(duban, "petition-office.310000")
                        .everything(lead.ref, null)
                        .get(route))
                .contains("催办“");
        assertThat(new CaseReader(duban, "petition-office." + lead.district)
                        .everything(lead.ref, null)
                        .get(route))
                .contains("申请延长办理期限")
                .doesNotContain("催办“");
    }

    @Test
    void theTrailNamesTheProblemThatWaits() {
        KeyOrder order =
                KeyOrder.drafted(duban, Papers.DISTRICT, Papers.INSTITUTION, 2).rectifying(20, 20);
        for (int seq : List.of(1, 2)) {
            order.planned(seq).evidenced(seq).verified(seq);
        }

        duban.clockByWorkingDays(3);

        assertThat(order.timeline().stream().filter(each -> each.contains("催办“")))
                .containsExactlyInAnyOrder("问题 1：催办“销号”（第 1 次），已等待 3 个工作日", "问题 2：催办“销号”（第 1 次），已等待 3 个工作日");
    }

    @Test
    void thePriorityOfWorkIsNoReminder() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        Task work = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(order.id)
                .taskDefinitionKey("userTask_investigate")
                .singleResult();
        taskService.setPriority(work.getId(), 80);

        assertThat(order.team
                        .find(order.id, "userTask_investigate", null)
                        .orElseThrow()
                        .path("card")
                        .path("awaited")
                        .asInt())
                .isZero();
    }

    @Test
    void aDayIsOpenedOnceHoweverManyNodesStartAndWhateverAnotherDayWaitsFor() throws Exception {
        String next = days().get(0);
        runtimeService.startProcessInstanceByKey("approvalReminders", "approval-reminders-2020-01-02", later());
        runtimeService.startProcessInstanceByKey("approvalReminders", "approval-reminders-2999-01-02", later());
        runtimeService.deleteProcessInstance(instance(next), "as before the first start");

        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> started = Stream.<Callable<Boolean>>generate(() -> () -> {
                        together.await();
                        firstDay.run(new DefaultApplicationArguments());
                        return true;
                    })
                    .limit(2)
                    .map(nodes::submit)
                    .toList();
            for (Future<Boolean> each : started) {
                each.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(days()).containsExactlyInAnyOrder("approval-reminders-2020-01-02", next);
    }

    private Map<String, Object> later() {
        return Map.of("remindingDay", Date.from(duban.now().plusYears(1).toInstant()));
    }

    private List<String> days() {
        return runtimeService.createProcessInstanceQuery().processDefinitionKey("approvalReminders").list().stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    private String instance(String day) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(day)
                .singleResult()
                .getId();
    }

    /** The next day on which the engine's task of its signer is looked at. */
    private String followedUp(KeyOrder order) {
        Task task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(order.id)
                .taskDefinitionKey("userTask_issueOrder")
                .singleResult();
        return task.getFollowUpDate()
                .toInstant()
                .atZone(WorkingDays.ZONE)
                .toLocalDate()
                .toString();
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
