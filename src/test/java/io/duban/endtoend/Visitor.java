package io.duban.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser and no scripts: pages, forms, files, cookies. */
final class Visitor {

    static final String AGENT = "CanaryPhone/7.7 (reporter)";
    static final String ADDRESS = "203.0.113.77";

    private static final String BOUNDARY = "----duban-test-boundary";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Duban duban;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    Visitor(Duban duban) {
        this.duban = duban;
    }

    record Attachment(String field, String name, byte[] content) {}

    Visitor signedIn(String account) {
        return signedIn(account, "duban-demo");
    }

    Visitor signedIn(String account, String password) {
        get("/login");
        post("/login", Map.of("username", account, "password", password));
        return this;
    }

    HttpResponse<String> get(String path) {
        return remembered(send(request(path).GET()));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = "_csrf=" + encoded(token)
                + fields.entrySet().stream()
                        .map(each -> "&" + encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining());
        return remembered(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** Sends a form with files, as the pages do. */
    HttpResponse<String> upload(String path, Map<String, String> fields, List<Attachment> files) {
        return remembered(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(fields, files)))));
    }

    void forgetToken() {
        token = "out-of-date";
    }

    List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(duban.address() + path))
                .header("User-Agent", AGENT)
                .header("X-Forwarded-For", ADDRESS);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Duban.exchanged(client, request.build());
    }

    private HttpResponse<String> remembered(HttpResponse<String> response) {
        Matcher found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    private byte[] multipart(Map<String, String> fields, List<Attachment> files) {
        try (var body = new ByteArrayOutputStream()) {
            part(body, "name=\"_csrf\"", "text/plain", token.getBytes(StandardCharsets.UTF_8));
            for (var field : fields.entrySet()) {
                part(
                        body,
                        "name=\"" + field.getKey() + "\"",
                        "text/plain;charset=UTF-8",
                        field.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Attachment file : files) {
                part(
                        body,
                        "name=\"" + file.field() + "\"; filename=\"" + file.name() + "\"",
                        "application/octet-stream",
                        file.content());
            }
            body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, byte[] content)
            throws IOException {
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
