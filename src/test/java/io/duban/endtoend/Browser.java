package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasklist in a browser: log-in form, session cookie, CSRF token, and the engine's own addresses. */
final class Browser {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private final Duban duban;
    private final String account;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(Duban duban, String account) {
        this.duban = duban;
        this.account = account;
        send("GET", "/login", null, "text/plain");
        HttpResponse<String> in = send(
                "POST",
                "/login",
                "username=" + encoded(account) + "&password=duban-demo&_csrf=" + encoded(token()),
                "application/x-www-form-urlencoded");
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElse(""))
                .as("signed in as " + account)
                .doesNotContain("error");
        send("GET", ENGINE + "process-definition/count", null, "text/plain");
    }

    Answer get(String path) {
        return answer("GET", ENGINE + path, send("GET", ENGINE + path, null, "application/json"));
    }

    Answer claim(String task) {
        return post("task/" + task + "/claim", Map.of("userId", account));
    }

    /** Sends a form as Tasklist does: every field in a typed envelope, lists as JSON text. */
    Answer submit(String path, Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(
                name,
                value instanceof Collection || value instanceof Map
                        ? Map.of("type", "Json", "value", Duban.text(value))
                        : Map.of("value", value)));
        return post(path + "/submit-form", Map.of("variables", variables));
    }

    private Answer post(String path, Object body) {
        return answer("POST", ENGINE + path, send("POST", ENGINE + path, Duban.text(body), "application/json"));
    }

    private Answer answer(String method, String path, HttpResponse<String> response) {
        return new Answer(
                account + " " + method + " " + path,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                Duban.json(response.body()));
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, String contentType) {
        var request = HttpRequest.newBuilder(URI.create(duban.address() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("Accept", "application/json, text/html");
        if (!token().isEmpty()) {
            request.header("X-XSRF-TOKEN", token());
        }
        return Duban.exchanged(client, request.build());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
