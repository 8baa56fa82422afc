package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class EngineWriteGuardTest extends WorklistTest {

    @Autowired
    private RuntimeService runtimeService;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST task/{task}/complete",
                "POST task/{task}/complete/",
                "POST task/{task}/resolve",
                "POST task/{task}/bpmnError",
                "POST task/{task}/bpmnEscalation",
                "PUT task/{task}",
                "DELETE task/{task}",
                "POST task/create",
                "PUT task/{task}/variables/x",
                "POST task/{task}/variables",
                "POST task/{task}/variables/x/data",
                "DELETE task/{task}/variables/x",
                "PUT task/{task}/localVariables/x",
                "POST task/{task}/localVariables",
                "POST task/{task}/identity-links",
                "POST task/{task}/identity-links/delete",
                "POST task/{task}/comment/create",
                "POST task/{task}/attachment/create",
                "POST task/{task}/%63omplete",
                "PUT process-instance/{instance}/variables/x",
                "POST process-instance/{instance}/variables",
                "DELETE process-instance/{instance}/variables/x",
                "POST process-instance/{instance}/modification",
                "POST process-instance/{instance}/comment/create",
                "DELETE process-instance/{instance}",
                "POST process-instance/delete",
                "POST process-instance/variables-async",
                "POST process-instance/message-async",
                "PUT execution/{instance}/localVariables/x",
                "POST execution/{instance}/localVariables",
                "POST execution/{instance}/signal",
                "POST execution/{instance}/messageSubscriptions/m/trigger",
                "POST process-definition/key/testCase/start",
                "POST process-definition/key/testCase/restart",
                "POST decision-definition/key/dueDates/evaluate",
                "POST message",
                "POST signal",
                "POST condition",
                "POST modification/execute",
                "POST migration/execute",
                "POST deployment/create",
                "DELETE deployment/x",
                "POST filter/create",
                "PUT filter/x",
                "DELETE filter/x",
                "POST external-task/fetchAndLock",
                "POST external-task/x/complete",
                "POST case-definition/key/x/create",
                "PUT case-execution/x/variables/y",
                "POST identity/verify",
                "POST job/retries",
                "DELETE job/x",
                "PUT incident/x/annotation",
                "POST history/process-instance/delete",
                "DELETE history/process-instance/{instance}",
                "PUT history/user-operation/x/set-annotation",
                "POST history/cleanup",
                "DELETE batch/x",
                "PATCH task/{task}",
            })
    void nothingElseWritesIntoTheEngineNotEvenAsAdministrator(String line) {
        String task = taskDueIn(3);
        String instance =
                taskService.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        String[] parts =
                line.replace("{task}", task).replace("{instance}", instance).split(" ");

        for (String mount : List.of(TASKLIST, "/engine-rest/", "/engine-rest/engine/default/")) {
            var refused = call(WorklistRoom.ADMIN, parts[0], mount + parts[1], "{\"messageName\":\"x\"}");
            assertThat(refused.status()).as(mount + line).isEqualTo(line.contains("%") ? 400 : 403);
        }
        var refused = call(WorklistRoom.GOVERNMENT, parts[0], TASKLIST + parts[1], "{}");
        if (!line.contains("%")) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().path("rule").asText()).isEqualTo("engine-write");
        }
        assertThat(taskService.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(runtimeService.getVariables(instance)).doesNotContainKey("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST user/create",
                "PUT user/x/profile",
                "DELETE group/x",
                "POST authorization/create",
                "PUT job/x/retries",
                "PUT job/x/suspended",
                "POST job/x/execute",
                "PUT process-instance/suspended",
            })
    void accountsRightsAndRepairAreForAdministratorsOnly(String line) {
        String[] parts = line.split(" ");

        var refused = call(WorklistRoom.LEAD, parts[0], TASKLIST + parts[1], "{}");
        var passed = call(WorklistRoom.ADMIN, parts[0], TASKLIST + parts[1], "{}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(passed.body().path("rule").asText()).isNotEqualTo("engine-write");
    }

    @Test
    void readingAndQueriesPass() {
        String task = taskDueIn(3);

        assertThat(get(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task).status())
                .isEqualTo(200);
        assertThat(post(WorklistRoom.GOVERNMENT, TASKLIST + "task?maxResults=10", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(post(WorklistRoom.GOVERNMENT, TASKLIST + "task/count", "{}")
                        .body()
                        .path("count")
                        .asInt())
                .isPositive();
        assertThat(post(WorklistRoom.LEAD, TASKLIST + "process-instance/count", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyClaimsForSomebodyElseAndWhoHasATaskCanPutItBack() {
        String task = taskDueIn(3);

        assertThat(post(
                                WorklistRoom.GOVERNMENT,
                                TASKLIST + "task/" + task + "/claim",
                                "{\"userId\":\"" + WorklistRoom.BUREAU + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(post(
                                WorklistRoom.GOVERNMENT,
                                TASKLIST + "task/" + task + "/claim",
                                "{\"userId\":\"" + WorklistRoom.GOVERNMENT + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(post(WorklistRoom.BUREAU, TASKLIST + "task/" + task + "/unclaim", "")
                        .status())
                .isEqualTo(409);
        assertThat(post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/unclaim", "")
                        .status())
                .isEqualTo(204);
        assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void handingATaskToTheAccusedUnitIsRefused() {
        String task = taskDueIn(3);
        received.accused.add(taskService.getVariable(task, "caseId") + " " + WorklistRoom.GOVERNMENT);
        String toThem = "{\"userId\":\"" + WorklistRoom.GOVERNMENT + "\"}";

        assertThat(post(WorklistRoom.ADMIN, TASKLIST + "task/" + task + "/assignee", toThem)
                        .status())
                .isBetween(400, 599);
        assertThat(post(WorklistRoom.ADMIN, TASKLIST + "task/" + task + "/delegate", toThem)
                        .status())
                .isBetween(400, 599);
        assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }
}
