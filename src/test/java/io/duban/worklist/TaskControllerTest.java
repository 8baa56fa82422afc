package io.duban.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TaskControllerTest extends WorklistTest {

    @Autowired
    private RuntimeService runtimeService;

    @Test
    void theListHoldsMineAndMyGroupsTasksWithTheirCards() {
        String task = taskDueIn(-400);

        JsonNode first = get(WorklistRoom.GOVERNMENT, "/api/tasks?size=5").body();

        JsonNode line = first.path("items").path(0);
        assertThat(line.path("id").asText()).isEqualTo(task);
        assertThat(line.path("key").asText()).isEqualTo("userTask_writeReport");
        assertThat(line.path("caseId").asText()).startsWith("case-");
        assertThat(line.path("due").asText()).endsWith("+08:00");
        assertThat(line.path("groups")).hasSize(2);
        assertThat(line.path("card").path("number").asText()).isEqualTo("沪督〔2026〕1号");
        assertThat(allOf(WorklistRoom.OTHER_GOVERNMENT)).doesNotContain(task);
    }

    @Test
    void claimedByAColleagueATaskLeavesMyListAndComesBackWhenPutBack() {
        String task = taskDueIn(4);

        assertThat(post(WorklistRoom.BUREAU, "/api/tasks/" + task + "/claim", "")
                        .status())
                .isEqualTo(204);
        assertThat(allOf(WorklistRoom.GOVERNMENT)).doesNotContain(task);
        assertThat(allOf(WorklistRoom.BUREAU)).contains(task);
        var late = post(WorklistRoom.GOVERNMENT, "/api/tasks/" + task + "/claim", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("state").asText()).isEqualTo("OPEN");
        assertThat(late.body().path("stateName").asText()).isEqualTo("办理中");
        assertThat(late.body().path("detail").asText()).contains(WorklistRoom.BUREAU);
        assertThat(post(WorklistRoom.BUREAU, "/api/tasks/" + task + "/unclaim", "")
                        .status())
                .isEqualTo(204);
        assertThat(allOf(WorklistRoom.GOVERNMENT)).contains(task);
    }

    @Test
    void pagesAreBoundedAndHaveATotalOrder() {
        for (int i = 0; i < 5; i++) {
            taskDueIn(7);
        }

        assertThat(allOf(WorklistRoom.GOVERNMENT)).doesNotHaveDuplicates();
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks?size=101").status()).isEqualTo(422);
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks?page=-1").status()).isEqualTo(422);
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks?page=2147483647&size=100")
                        .status())
                .isEqualTo(422);
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks?page=x").status()).isEqualTo(400);
    }

    @Test
    void theFormComesWithItsDataAndTheSubmissionCompletesTheTask() {
        String task = taskDueIn(3);

        JsonNode form =
                get(WorklistRoom.GOVERNMENT, "/api/tasks/" + task + "/form").body();
        assertThat(form.path("schema").path("id").asText()).isEqualTo("write-report");
        assertThat(form.path("data").path("units")).hasSize(2);
        var refused = post(WorklistRoom.GOVERNMENT, "/api/tasks/" + task + "/submission", "{\"unit\":\"S1\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("field").asText()).isEqualTo("facts");
        assertThat(post(
                                WorklistRoom.GOVERNMENT,
                                "/api/tasks/" + task + "/submission",
                                "{\"facts\":\"属实\",\"released\":true}")
                        .status())
                .isEqualTo(204);
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks/" + task + "/form").status())
                .isEqualTo(409);
    }

    @Test
    void cardsAndDossiersAreShownToThoseWhoSeeTheTaskOnly() {
        String task = taskDueIn(3);
        String unknown = taskOf(cases.start("nobody-knows-" + task, clock.instant(), far()));
        String path = "/api/tasks/cards?ids=" + task + "," + unknown + ",nothing";

        JsonNode cards = get(WorklistRoom.GOVERNMENT, path).body();
        assertThat(cards).hasSize(2);
        assertThat(cards.path(task).path("stateLabel").asText()).isEqualTo("办理中");
        assertThat(cards.path(unknown).path("overdue").asBoolean(true)).isFalse();
        assertThat(get(WorklistRoom.OTHER_GOVERNMENT, path).body()).isEmpty();
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks/" + task + "/case")
                        .body()
                        .path("kind")
                        .asText())
                .isEqualTo("ORDER");
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks/" + unknown + "/case")
                        .status())
                .isEqualTo(404);
        assertThat(get(WorklistRoom.OTHER_GOVERNMENT, "/api/tasks/" + task + "/case")
                        .status())
                .isEqualTo(404);
        assertThat(get(WorklistRoom.GOVERNMENT, "/api/tasks/cards?ids=" + "x,".repeat(3) + "a".repeat(9))
                        .status())
                .isEqualTo(200);
    }

    /** As the engine did when an order was withdrawn while somebody sent off a task of it. */
    @Test
    void aTaskThatVanishesUnderItsFormIsALostRaceAndAFaultRemainsAFault() {
        String task = taskDueIn(3);
        String path = "/api/tasks/" + task + "/submission";
        received.meanwhile = () -> {
            throw new NullPointerException();
        };
        try {
            assertThat(post(WorklistRoom.GOVERNMENT, path, "{\"facts\":\"属实\",\"released\":true}")
                            .status())
                    .isEqualTo(500);
            String instance =
                    taskService.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
            received.meanwhile = () -> {
                CompletableFuture.runAsync(() -> runtimeService.deleteProcessInstance(instance, "撤销"))
                        .join();
                throw new NullPointerException();
            };

            Answer lost = post(WorklistRoom.GOVERNMENT, path, "{\"facts\":\"属实\",\"released\":true}");

            assertThat(lost.status()).isEqualTo(409);
            assertThat(lost.body().path("rule").asText()).isEqualTo("lost-race");
            assertThat(lost.body().path("state").asText()).isEqualTo("OPEN");
        } finally {
            received.meanwhile = () -> {};
        }
    }

    private List<String> allOf(String person) {
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < 60; page++) {
            JsonNode answer = get(person, "/api/tasks?size=20&page=" + page).body();
            answer.path("items").forEach(line -> ids.add(line.path("id").asText()));
            if (!answer.path("hasMore").asBoolean()) {
                break;
            }
        }
        return ids;
    }
}
