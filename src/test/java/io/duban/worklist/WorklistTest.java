package io.duban.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duban.engine.OneProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The whole application on an empty database with the test's own model, spoken to over HTTP as each account. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:worklist;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "duban.models=classpath*:bpmn/,classpath:worklist/bpmn/",
            "duban.forms=classpath*:forms/,classpath:worklist/forms/"
        })
@Import(WorklistRoom.class)
abstract class WorklistTest {

    static final String TASKLIST = "/camunda/api/engine/engine/default/";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ObjectMapper json;

    @Autowired
    TaskService taskService;

    @Autowired
    WorklistRoom.Cases cases;

    @Autowired
    WorklistRoom.Received received;

    @Autowired
    Clock clock;

    @BeforeEach
    void takeBackTheProcess() {
        OneProcess.isOf(engine);
    }

    record Answer(int status, String contentType, JsonNode body) {}

    Answer call(String person, String method, String path, String body) {
        return call(person, method, path, body, "application/json");
    }

    Answer call(String person, String method, String path, String body, String accept) {
        String basic = Base64.getEncoder().encodeToString((person + ":duban-demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .build();
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body().startsWith("{") || response.body().startsWith("[")
                            ? json.readTree(response.body())
                            : MissingNode.getInstance());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Answer get(String person, String path) {
        return call(person, "GET", path, "");
    }

    Answer post(String person, String path, String body) {
        return call(person, "POST", path, body);
    }

    JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A new case whose report is due in so many days; answers its open task. */
    String taskDueIn(int days) {
        return taskOf(cases.start(clock.instant().plus(days, ChronoUnit.DAYS), far()));
    }

    String taskOf(String caseId) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getId();
    }

    Instant far() {
        return clock.instant().plus(3_000, ChronoUnit.DAYS);
    }

    static String variable(String name, String type, String jsonValue) {
        return "{\"variables\":{\"" + name + "\":{\"type\":\"" + type + "\",\"value\":" + jsonValue + "}}}";
    }
}
