package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignmentGuardTest {

    private final List<String> asked = new ArrayList<>();
    private final TaskAdmission rule = new Rule();
    private final ProcessEngine engine = SmallEngine.start(configuration -> {
        configuration.setAuthorizationEnabled(true);
        configuration.setResourceAuthorizationProvider(new TaskGrants(() -> List.of(rule)));
        configuration.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new AssignmentGuard(() -> List.of(rule)))));
    });
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
    void neitherAGroupNorAPersonThatIsNotAdmittedBecomesACandidate() {
        tasks.addCandidateGroup(task, "office.1");
        assertThat(asked).containsExactly("userTask_investigate c1 candidate office.1");

        assertRefused(() -> tasks.addCandidateGroup(task, "accused"));
        assertRefused(() -> tasks.addCandidateUser(task, "accused"));

        assertThat(tasks.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("office.1");
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

    private final class Rule implements TaskAdmission {

        @Override
        public void admit(String taskKey, String caseId, String person) {
            asked.add(taskKey + " " + caseId + " " + person);
            if (person.equals("accused")) {
                throw Refusal.forbidden("recusal", "INV-05", "不得办理。", "Not you.");
            }
        }

        @Override
        public void admitCandidate(String taskKey, String caseId, String candidate) {
            admit(taskKey, caseId + " candidate", candidate);
        }
    }
}
