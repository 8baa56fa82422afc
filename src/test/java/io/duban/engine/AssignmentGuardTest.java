package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignmentGuardTest {

    private final List<String> asked = new ArrayList<>();
    private final ProcessEngine engine =
            SmallEngine.start(configuration -> configuration.setCustomPostBPMNParseListeners(
                    new ArrayList<>(List.of(new AssignmentGuard(() -> List.of(this::admit))))));
    private final TaskService tasks = engine.getTaskService();
    private String task = "";

    AssignmentGuardTest() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "case.bpmn",
                        SmallEngine.process("case")
                                .startEvent()
                                .userTask("userTask_investigate")
                                .endEvent()
                                .done())
                .deploy();
    }

    @BeforeEach
    void open() {
        var instance =
                engine.getRuntimeService().startProcessInstanceByKey("case", Map.<String, Object>of("caseId", "c1"));
        task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        asked.clear();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void whoeverIsAdmittedGetsTheTask() {
        tasks.claim(task, "li");

        assertThat(asked).containsExactly("userTask_investigate c1 li");
        assertThat(assignee()).isEqualTo("li");
    }

    @Test
    void neitherClaimNorAssignmentNorDelegationGivesItToAnybodyElse() {
        assertRefused(() -> tasks.claim(task, "accused"));
        assertRefused(() -> tasks.setAssignee(task, "accused"));
        assertRefused(() -> tasks.delegateTask(task, "accused"));

        assertThat(assignee()).isNull();
    }

    @Test
    void givingATaskBackAsksNobody() {
        tasks.claim(task, "li");
        asked.clear();
        tasks.setAssignee(task, null);

        assertThat(asked).isEmpty();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .satisfies(failure ->
                        assertThat(Causes.refusalIn(failure)).map(Refusal::rule).contains("recusal"));
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private void admit(String taskKey, String caseId, String person) {
        asked.add(taskKey + " " + caseId + " " + person);
        if (person.equals("accused")) {
            throw Refusal.forbidden("recusal", "INV-05", "不得办理。", "Not you.");
        }
    }
}
