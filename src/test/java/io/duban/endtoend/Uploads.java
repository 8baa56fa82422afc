package io.duban.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Files of a case as a program hands them in and takes them out. */
final class Uploads {

    private static final String BOUNDARY = "----duban-evidence-boundary";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Duban duban;

    Uploads(Duban duban) {
        this.duban = duban;
    }

    Answer keep(String account, String caseId, Map<String, String> about, String name, byte[] content) {
        String path = "/api/cases/" + caseId + "/evidence";
        HttpRequest request = request(account, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(about, name, content)))
                .build();
        HttpResponse<String> response = Duban.exchanged(CLIENT, request);
        return new Answer(
                account + " POST " + path,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                Duban.json(response.body()));
    }

    HttpResponse<byte[]> take(String account, String path) {
        try {
            return CLIENT.send(request(account, path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String account, String path) {
        String basic = Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(duban.address() + path)).header("Authorization", "Basic " + basic);
    }

    static byte[] multipart(Map<String, String> fields, String name, byte[] content) {
        try (var body = new ByteArrayOutputStream()) {
            for (var field : fields.entrySet()) {
                text(
                        body,
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                                + field.getValue() + "\r\n");
            }
            text(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.write(content);
            text(body, "\r\n--" + BOUNDARY + "--\r\n");
            return body.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void text(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
