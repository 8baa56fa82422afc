package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guards in the engine as the outside meets them. */
class EngineDoorsTest extends EndToEnd {

    private static final List<String> MOUNTS =
            List.of("/camunda/api/engine/engine/default/", "/engine-rest/", "/engine-rest/engine/default/");
    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime')}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/setup%2Fdefault/user/create",
                "/camunda/api/admin/setup/default%2fuser/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/Admin/Setup/default/user/create",
                "/camunda/api/cockpit/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/cockpit/default/setup/",
                "/camunda/app/admin/default/%73etup/"
            })
    void theFirstRunSetUpIsClosedToEverybodyAlways(String path) throws Exception {
        String body = "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"e\"},"
                + "\"credentials\":{\"password\":\"evil-evil-evil\"}}";
        for (String account : List.of("admin", "supervision-lead.310000", "designer")) {
            for (String method : List.of("GET", "POST", "PUT")) {
                var answer = duban.send(account, method, path, body, "application/json");
                assertThat(answer.status()).as("%s %s", method, path).isBetween(400, 499);
            }
        }
        var nobody = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(duban.address() + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(nobody.statusCode()).isBetween(300, 499);
        assertThat(jdbc.queryForObject("select count(*) from act_id_user where id_ = 'evil'", Integer.class))
                .isZero();
    }

    @Test
    void noExpressionComesInWithAQueryOverHttp() {
        List<Map<String, Object>> queries = List.of(
                Map.of("assigneeExpression", EVIL),
                Map.of("orQueries", List.of(Map.of("assigneeExpression", EVIL))),
                Map.of("orQueries", List.of(Map.of("name", "a"), Map.of("candidateGroupsExpression", EVIL))),
                Map.of("orQueries", List.of(Map.of("dueBeforeExpression", EVIL, "name", "a"))));
        String filter = as("supervision-lead.310000")
                .get(MOUNTS.get(0) + "filter?maxResults=5")
                .ok()
                .body()
                .get(0)
                .path("id")
                .asText();
        for (Map<String, Object> query : queries) {
            for (String mount : MOUNTS) {
                for (String path :
                        List.of("task", "task/count", "filter/" + filter + "/list", "filter/" + filter + "/count")) {
                    Answer answer = as("admin").post(mount + path, query);
                    assertThat(answer.status()).as(answer.request()).isBetween(400, 499);
                    assertThat(answer.body().toString()).doesNotContain("getClass", "ENGINE-");
                }
                as("admin")
                        .post(mount + "filter/create", Map.of("name", "evil", "resourceType", "Task", "query", query))
                        .is(403);
            }
        }
    }

    @Test
    void modelsAreNotDeployedOverHttp() {
        for (String mount : MOUNTS) {
            for (String account : List.of("admin", "designer", "supervision-lead.310000")) {
                assertThat(duban.send(
                                        account,
                                        "POST",
                                        mount + "deployment/create",
                                        "x",
                                        "multipart/form-data; boundary=x")
                                .status())
                        .isIn(403, 415);
            }
        }
    }

    @Test
    void theEnginesErrorsAreQuiet() {
        for (String mount : MOUNTS) {
            for (String path : List.of(
                    "task/no-such-task",
                    "process-definition/no-such-thing",
                    "task?sortBy=evil&sortOrder=x",
                    "task?dueAfter=no-date",
                    "job/no-such-job/stacktrace",
                    "filter/no-such-filter/list")) {
                Answer answer = as("admin").get(mount + path);
                assertThat(answer.status()).as(path).isBetween(400, 599);
                assertThat(answer.contentType()).as(path).startsWith("application/problem+json");
                assertThat(answer.body().toString())
                        .as(path)
                        .contains("编号")
                        .doesNotContain("Exception", "ENGINE-", "org.camunda", "stackTrace", "no-such-task");
                assertThat(answer.text("reference")).hasSize(36);
            }
        }
    }

    @Test
    void theAccusedUnitsRefusalSpeaksAlsoThroughTheEnginesOwnInterface() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String task = order.team.task(order.id, "userTask_investigate");

        Answer refused = as("admin")
                .post(MOUNTS.get(0) + "task/" + task + "/assignee", Map.of("userId", "institution-head.310104T001"));

        refused.is(403);
        assertThat(refused.text("rule")).isNotEmpty().isNotEqualTo("engine-write");
    }

    @Test
    void theTrailOfARunningApplicationIsIntactAndOnlyAdministratorsVerifyIt() {
        KeyOrder.drafted(duban).received();

        Answer report = as("admin").get("/api/audit/verification").ok();
        assertThat(report.body().path("findings")).as(report.body().toString()).isEmpty();
        assertThat(report.body().path("lines").asInt()).isPositive();
        as("supervision-lead.310000").get("/api/audit/verification").is(403);
    }
}
