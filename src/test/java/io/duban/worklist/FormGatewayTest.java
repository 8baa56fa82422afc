package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.endtoend.EngineTables;
import io.duban.form.Flag;
import io.duban.form.Flags;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FormGatewayTest extends WorklistTest {

    private static final String CANARY = "金丝雀甲乙丙-13900001111";
    private static final String REPORT = "{\"variables\":{\"facts\":{\"type\":\"String\",\"value\":\"" + CANARY
            + "\"},\"unit\":{\"type\":\"String\",\"value\":\"S1\"},\"released\":{\"type\":\"Boolean\",\"value\":true},"
            + "\"problems\":{\"type\":\"Json\",\"value\":\"[{\\\"description\\\":\\\"" + CANARY + "\\\"}]\"},"
            + "\"caseTitle\":{\"type\":\"String\",\"value\":\"试办\"}}}";

    @Autowired
    private DataSource dataSource;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private RuntimeService runtimeService;

    @AfterEach
    void forgetTheAnswer() {
        received.answer = null;
    }

    @Test
    void tasklistReadsCaseDataAndOptionListsFromTheCapability() {
        var shown = get(
                WorklistRoom.GOVERNMENT, TASKLIST + "task/" + taskDueIn(3) + "/form-variables?deserializeValues=false");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("caseTitle").path("type").asText()).isEqualTo("String");
        assertThat(shown.body().path("round").path("type").asText()).isEqualTo("Long");
        assertThat(shown.body().path("units").path("type").asText()).isEqualTo("Json");
        assertThat(parsed(shown.body().path("units").path("value").asText())
                        .path(1)
                        .path("value")
                        .asText())
                .isEqualTo("I1");
        assertThat(shown.body().path("released").isMissingNode())
                .as("engine variables are not shown")
                .isTrue();
    }

    @Test
    void whatIsTypedReachesTheCapabilityAndOnlyTheFlagReachesTheEngine() {
        String task = taskDueIn(3);
        String caseId = caseOf(task);

        assertThat(post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT)
                        .status())
                .isEqualTo(204);

        var typed = received.fields.get(caseId).get(0);
        assertThat(typed.text("facts")).isEqualTo(CANARY);
        assertThat(typed.rows("problems").get(0).text("description")).isEqualTo(CANARY);
        assertThat(typed.optionalText("caseTitle")).as("what is only shown").isEmpty();
        assertThat(historyService
                        .createHistoricVariableInstanceQuery()
                        .variableName("released")
                        .processInstanceId(instanceOf(caseId))
                        .singleResult()
                        .getValue())
                .isEqualTo(true);
        assertThat(EngineTables.scanFor(dataSource, List.of(CANARY, "13900001111")))
                .isEmpty();
    }

    @Test
    void theScannerFindsACanaryThatIsThere() {
        String caseId = cases.start(clock.instant(), far());
        runtimeService.setVariable(instanceOf(caseId), "group", "金丝雀已泄漏");

        assertThat(EngineTables.scanFor(dataSource, List.of("金丝雀已泄漏"))).isNotEmpty();
    }

    @Test
    void aSecondSubmissionIsAConflictThatTellsTheState() {
        String task = taskDueIn(3);
        post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT);

        var second = post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.contentType()).startsWith("application/problem+json");
        assertThat(second.body().path("rule").asText()).isEqualTo("already-done");
        assertThat(second.body().path("state").asText()).isEqualTo("OPEN");
        assertThat(second.body().path("stateName").asText()).isEqualTo("办理中");
    }

    @Test
    void someoneFromAnotherDistrictLearnsNothingAboutAFinishedTask() {
        String task = taskDueIn(3);
        post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT);

        assertThat(post(WorklistRoom.OTHER_GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofManyWhoSubmitAtOnceExactlyOneIsHeard() {
        String task = taskDueIn(3);
        String caseId = caseOf(task);

        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> post(
                                i % 2 == 0 ? WorklistRoom.GOVERNMENT : WorklistRoom.BUREAU,
                                TASKLIST + "task/" + task + "/submit-form",
                                REPORT)
                        .status())
                .toList();

        assertThat(answers).containsOnlyOnce(204);
        assertThat(answers).allMatch(status -> status == 204 || status == 409);
        assertThat(historyService
                        .createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(caseId)
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        var refused = post(
                WorklistRoom.GOVERNMENT,
                TASKLIST + "task/" + taskDueIn(3) + "/submit-form",
                variable("smuggled", "String", "\"x\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("rule").asText()).isIn("unknown-field", "required");
        var both = post(
                WorklistRoom.GOVERNMENT,
                TASKLIST + "task/" + taskDueIn(3) + "/submit-form",
                REPORT.replace("\"caseTitle\"", "\"smuggled\""));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body().path("field").asText()).isEqualTo("smuggled");
    }

    @Test
    void anOptionThatIsNotListedIsRefused() {
        var refused = post(
                WorklistRoom.GOVERNMENT,
                TASKLIST + "task/" + taskDueIn(3) + "/submit-form",
                REPORT.replace("\"S1\"", "\"X9\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("rule").asText()).isEqualTo("option");
    }

    @Test
    void aRefusalOfTheCapabilityLeavesTheTaskUnclaimedAndOpen() {
        String task = taskDueIn(3);

        var refused = post(
                WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT.replace(CANARY, "内容不实"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("basis").asText()).isEqualTo("INV-01");
        assertThat(taskService.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void aTaskThatSomebodyElseHasIsAConflictThatNamesThem() {
        String task = taskDueIn(3);
        post(WorklistRoom.BUREAU, TASKLIST + "task/" + task + "/claim", "{}");

        var refused = post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("rule").asText()).isEqualTo("assigned-to-other");
        assertThat(refused.body().path("detail").asText()).contains(WorklistRoom.BUREAU);
    }

    @Test
    void whoeverIsNoCandidateSeesNothingAndNobodyOverseesAProcessThatIsNotNamed() {
        String task = taskDueIn(3);

        assertThat(get(WorklistRoom.OTHER_GOVERNMENT, TASKLIST + "task/" + task + "/form-variables")
                        .status())
                .isEqualTo(404);
        assertThat(get(WorklistRoom.LEAD, TASKLIST + "task/" + task + "/form-variables")
                        .status())
                .isEqualTo(404);
        assertThat(post(WorklistRoom.LEAD, TASKLIST + "task/" + task + "/submit-form", REPORT)
                        .status())
                .isEqualTo(404);
        assertThat(post(WorklistRoom.ADMIN, TASKLIST + "task/" + task + "/submit-form", REPORT)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAccusedUnitIsStoppedAtClaimAndAgainAtSubmission() {
        String claimed = taskDueIn(3);
        post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + claimed + "/claim", "{}");
        received.accused.add(caseOf(claimed) + " " + WorklistRoom.GOVERNMENT);
        String open = taskDueIn(3);
        received.accused.add(caseOf(open) + " " + WorklistRoom.GOVERNMENT);

        assertThat(post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + claimed + "/submit-form", REPORT)
                        .body()
                        .path("basis")
                        .asText())
                .isEqualTo("INV-05");
        var claim = post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + open + "/claim", "{}");
        assertThat(claim.status()).isEqualTo(403);
        assertThat(claim.body().path("basis").asText()).isEqualTo("INV-05");
    }

    @Test
    void aFlagTheModelDoesNotReadNeverBecomesAVariable() {
        received.answer = Flags.of(Flag.text("reporterName"), "x");
        String task = taskDueIn(3);

        assertThat(post(WorklistRoom.GOVERNMENT, TASKLIST + "task/" + task + "/submit-form", REPORT)
                        .status())
                .isEqualTo(500);
        assertThat(taskService.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void aBodyOfMoreThanOneMegabyteIsRefused() {
        var refused = post(
                WorklistRoom.GOVERNMENT,
                TASKLIST + "task/" + taskDueIn(3) + "/submit-form",
                variable("facts", "String", "\"" + "长".repeat(400_000) + "\""));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body().path("rule").asText()).isEqualTo("body-size");
    }

    @Test
    void brokenJsonIsRefusedNotFailed() {
        String path = TASKLIST + "task/" + taskDueIn(3) + "/submit-form";

        assertThat(post(WorklistRoom.GOVERNMENT, path, "{\"variables\":").status())
                .isEqualTo(422);
        assertThat(post(WorklistRoom.GOVERNMENT, path, variable("problems", "Json", "\"[{\""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aStartFormStartsTheCaseForThoseWhoMayAndForNobodyElse() {
        String path = TASKLIST + "process-definition/key/testCase/submit-form";
        String body = variable("title", "String", "\"" + CANARY + "\"");

        assertThat(post(WorklistRoom.GOVERNMENT, path, body).status()).isEqualTo(403);
        var started = post(WorklistRoom.ADMIN, path, body);

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.body().path("businessKey").asText()).startsWith("case-");
        assertThat(started.body().path("ended").asBoolean(true)).isFalse();
        assertThat(started.body().has("caseInstanceId")).isTrue();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(started.body().path("id").asText())
                        .count())
                .isEqualTo(1);
        assertThat(EngineTables.scanFor(dataSource, List.of(CANARY))).isEmpty();
        String byId = TASKLIST + "process-definition/"
                + started.body().path("definitionId").asText();
        assertThat(get(WorklistRoom.ADMIN, byId + "/form-variables").status()).isEqualTo(200);
        assertThat(get(WorklistRoom.ADMIN, TASKLIST + "process-definition/key/nothing/form-variables")
                        .status())
                .isEqualTo(404);
    }

    private String caseOf(String task) {
        return String.valueOf(taskService.getVariable(task, "caseId"));
    }

    private String instanceOf(String caseId) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getId();
    }
}
