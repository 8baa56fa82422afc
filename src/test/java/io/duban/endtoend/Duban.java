package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running application as a program sees it: HTTP with a password, nothing behind the counter. */
final class Duban {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final Habit habit;

    Duban(int port) {
        this(port, (account, form, fields) -> fields);
    }

    private Duban(int port, Habit habit) {
        this.port = port;
        this.habit = habit;
    }

    /** What people make of the words a test gives them, before they type them into a form. */
    interface Habit {
        Map<String, Object> typed(String account, JsonNode form, Map<String, Object> fields);
    }

    /** The same application, with people who write as much as every form takes. */
    Duban wordy() {
        return with((account, form, fields) -> LongestTexts.of(form.path("components"), fields));
    }

    /** The same application, with people of this habit. */
    Duban with(Habit people) {
        return new Duban(port, people);
    }

    Map<String, Object> typed(String account, JsonNode form, Map<String, Object> fields) {
        return habit.typed(account, form, fields);
    }

    Person as(String account) {
        return new Person(this, account);
    }

    String address() {
        return "http://localhost:" + port;
    }

    Answer call(String account, String method, String path, @Nullable Object body) {
        return send(account, method, path, body == null ? "" : text(body), "application/json");
    }

    Answer send(String account, String method, String path, String body, String contentType) {
        String basic = Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", contentType)
                .header("Accept", "application/json, application/problem+json")
                .build();
        HttpResponse<String> response = exchanged(CLIENT, request);
        return new Answer(
                account + " " + method + " " + path + " " + abbreviated(body),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                json(response.body()));
    }

    static HttpResponse<String> exchanged(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(request.toString(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The instant the application believes it is, in Chinese time. */
    OffsetDateTime now() {
        Answer answer = call("admin", "GET", "/api/demo/clock", null).ok();
        return OffsetDateTime.parse(answer.text("now"));
    }

    LocalDate today() {
        return now().atZoneSameInstant(ZONE).toLocalDate();
    }

    /** Moves the demo's clock to a time of day in China; everything due on the way happens. */
    Answer clockTo(String localTime) {
        return moved(Map.of(
                "to",
                OffsetDateTime.of(java.time.LocalDateTime.parse(localTime), ZoneOffset.ofHours(8))
                        .toString()));
    }

    /** Moves to nine in the morning of a day. */
    Answer clockToMorningOf(LocalDate day) {
        return clockTo(day + "T09:00");
    }

    Answer clockByWorkingDays(int days) {
        return moved(Map.of("workingDays", days));
    }

    private Answer moved(Map<String, Object> to) {
        Answer answer = call("admin", "POST", "/api/demo/clock", to).ok();
        assertThat(answer.body().path("failed")).as("timers that failed").isEmpty();
        return answer;
    }

    static JsonNode json(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(text, unreadable);
        }
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String abbreviated(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "…" : body;
    }
}
