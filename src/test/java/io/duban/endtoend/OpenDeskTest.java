package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.endtoend.Visitor.Attachment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody closes the desk for the others: not with slow connections, large bodies, or requests that cannot be read. */
class OpenDeskTest extends EndToEnd {

    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final String STRANGER = "127.0.0.2";
    private static final List<String> HEADERS =
            List.of("X-Content-Type-Options: nosniff", "X-Frame-Options: ", "Referrer-Policy: no-referrer");

    @Test
    void slowConnectionsOfStrangersCloseNothing() {
        KeyOrder order = KeyOrder.drafted(duban).received();
        String evidence = "/api/cases/" + order.id + "/evidence";
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                slow.add(new Wire(duban, STRANGER)
                        .begin("POST", i < 4 ? "/report" : evidence, MULTIPART, 2_000_000)
                        .send("--x\r\n"));
            }
            for (int i = 0; i < 20; i++) {
                slow.add(new Wire(duban, "127.0.0.3").begin("POST", "/report", MULTIPART, 2_000_000));
            }
            Visitor visitor = new Visitor(duban);
            visitor.get("/report");
            assertThat(visitor.upload("/report", report(), List.of(photo()))
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/report/done");
            new Uploads(duban)
                    .keep(
                            "supervision-office.310000",
                            order.id,
                            Map.of(),
                            "a.jpg",
                            io.duban.reporter.TestFiles.jpeg("a").content())
                    .is(201);
            Wire ninth = new Wire(duban, STRANGER).begin("POST", "/login", "application/x-www-form-urlencoded", 100);
            slow.add(ninth);
            assertThat(ninth.answer()).startsWith("HTTP/1.1 503").contains("bodies-at-a-time", "Retry-After");
        } finally {
            slow.forEach(Wire::close);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        assertThat(refused("POST", "/api/orders", "application/json", 300L << 20))
                .startsWith("HTTP/1.1 413")
                .contains("body-size", "application/problem+json");
        assertThat(refused("POST", "/login", "application/x-www-form-urlencoded", 3L << 20))
                .startsWith("HTTP/1.1 413");
        assertThat(refused("POST", "/camunda/api/engine/engine/default/task", MULTIPART, 300L << 20))
                .startsWith("HTTP/1.1 413");
        assertThat(refused("POST", "/report", MULTIPART, 300L << 20)).startsWith("HTTP/1.1 303");
    }

    @Test
    void aBodyWithoutALengthIsReadToItsLimitOnly() {
        String piece = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
        try (Wire wire = new Wire(duban, STRANGER)) {
            wire.send("POST /api/orders HTTP/1.1\r\nHost: duban.test\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            wire.send(piece).send("1\r\nx\r\n0\r\n\r\n");
            assertThat(wire.answer()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whoAsksFirstIsToldOnceToGoOn() {
        try (Wire wire = new Wire(duban, STRANGER)) {
            wire.send("POST /api/orders HTTP/1.1\r\nHost: duban.test\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
            assertThat(wire.first()).startsWith("HTTP/1.1 100");
            assertThat(wire.send("{}").answer()).startsWith("HTTP/1.1 40").doesNotContain("HTTP/1.1 100");
        }
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        try (Wire wire = new Wire(duban, STRANGER)) {
            wire.send("GET /login HTTP/1.1\r\nHost: duban.test\r\nX-Much: " + "x".repeat(17 * 1024) + "\r\n\r\n");
            assertThat(wire.answer()).startsWith("HTTP/1.1 431").contains("header-size");
        }
    }

    @Test
    void aListOfTooManyIdsIsRefused() {
        List<String> ids = Collections.nCopies(501, "no-such-task");
        as("admin").post(DoorWalk.ENGINE + "task", Map.of("taskIdIn", ids)).refused(422, "ids", "count");
        as("admin")
                .post(DoorWalk.ENGINE + "task?maxResults=10", Map.of("taskIdIn", ids.subList(0, 500)))
                .ok();
        as("admin")
                .get("/api/tasks/cards?ids=" + String.join(",", ids.subList(0, 501)))
                .ok();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "GET /no/such/address HTTP/1.1",
                "GET /a//b HTTP/1.1",
                "GET /site/site.css HTTP/1.1",
                "GET /site/no-such.css HTTP/1.1",
                "GET /report HTTP/1.1",
                "GET /api/orders HTTP/1.1",
                "GET /camunda/app/tasklist/default/ HTTP/1.1",
                "GET /cases/x HTTP/1.1",
                "GET /a{b HTTP/1.1",
                "GET /x HTTP/1.9"
            })
    void everyAnswerIsGuardedAndNoStrangerGetsASession(String line) {
        try (Wire wire = new Wire(duban, STRANGER)) {
            String answer = wire.send(line + "\r\nHost: duban.test\r\nConnection: close\r\n\r\n")
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 ").contains(HEADERS).doesNotContain("JSESSIONID");
            assertThat(answer).doesNotContainPattern("(?i)Location: *(http|//)");
            for (String header : List.of("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")) {
                assertThat(answer.split("(?i)\r\n" + header + ":")).as(header).hasSize(2);
            }
        }
    }

    @Test
    void whoSignsInComesBackToWhatTheyAskedFor() {
        Visitor visitor = new Visitor(duban);
        assertThat(visitor.get("/ledger?x=1").headers().firstValue("Location")).contains("/login");
        visitor.get("/login");
        var in = visitor.post("/login", Map.of("username", "supervision-office.310000", "password", "duban-demo"));
        assertThat(in.headers().firstValue("Location").orElse(""))
                .startsWith("/ledger?x=1")
                .doesNotContain("duban.test");
    }

    @Test
    void nobodyElseSaysWhereSomebodyComesFrom() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(duban.address() + "/api/orders"))
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .header("Authorization", basic("supervision-office.310000:duban-demo"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .as("what a proxy nobody named says is not believed")
                .isEmpty();
    }

    @Test
    void wrongPasswordsLockForAWhileAtEveryDoorAlike() {
        String account = "training-division.310000";
        assertThat(answered(account, "duban-demo")).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            assertThat(answered(account, "wrong-" + i)).isEqualTo(401);
        }
        assertThat(answered(account, "duban-demo")).isEqualTo(429);
        assertThat(answered("research-office.310104", "duban-demo")).isEqualTo(200);
        Visitor visitor = new Visitor(duban);
        visitor.get("/login");
        assertThat(visitor.post("/login", Map.of("username", account, "password", "duban-demo"))
                        .headers()
                        .firstValue("Location"))
                .contains("/login?locked=15");
        assertThat(visitor.get("/login?locked=15").body()).contains("密码错误次数过多", " 15 分钟后", "wait 15 minutes");
        assertThat(visitor.get("/login?locked=1440").body())
                .as("a lock that has doubled to a day")
                .contains(" 1440 分钟后")
                .doesNotContain("15 分钟");
        assertThat(visitor.get("/login?locked=call+555").body()).contains("稍后").doesNotContain("555");
        jdbc.update("delete from sign_in_attempt");
        jdbc.update("delete from sign_in_source");
        assertThat(answered(account, "duban-demo")).isEqualTo(200);
    }

    private int answered(String account, String password) {
        var request = HttpRequest.newBuilder(URI.create(duban.address() + "/api/tasks"))
                .header("Authorization", basic(account + ":" + password))
                .build();
        return Duban.exchanged(HttpClient.newHttpClient(), request).statusCode();
    }

    private static String basic(String words) {
        return "Basic " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(String method, String path, String type, long length) {
        try (Wire wire = new Wire(duban, STRANGER)) {
            return wire.begin(method, path, type, length).first();
        }
    }

    private static Map<String, String> report() {
        return Map.of("text", "每周六上午在三楼补课，一次收费二百元。", "named", "no", "action", "send");
    }

    private static Attachment photo() {
        return new Attachment(
                "files", "a.jpg", io.duban.reporter.TestFiles.jpeg("a").content());
    }
}
