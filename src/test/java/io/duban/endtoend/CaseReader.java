package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Everything one account reads of one case, by the way it reads it: interface, page, archive, tab of a task. */
record CaseReader(Duban duban, String account) {

    /** By route its text; a route the account is not admitted to is not in it. */
    Map<String, String> everything(String caseId, @Nullable String task) {
        Map<String, String> read = new LinkedHashMap<>();
        add(read, "/api/orders/" + caseId);
        add(read, "/api/orders?size=100");
        add(read, "/cases/" + caseId);
        add(read, "/api/cases/" + caseId + "/evidence");
        add(read, "/api/cases/" + caseId + "/papers");
        add(read, "/api/cases/" + caseId + "/entries");
        add(read, "/api/tasks?size=100");
        HttpResponse<byte[]> zip = new Uploads(duban).take(account, "/api/cases/" + caseId + "/file.zip");
        if (zip.statusCode() == 200) {
            read.put("ZIP", texts(zip.body()));
        }
        if (task != null) {
            String id = duban.as(account).task(caseId, task);
            assertThat(add(read, "/api/tasks/" + id + "/case")).isTrue();
            assertThat(add(read, "/api/tasks/" + id + "/form")).isTrue();
        }
        return read;
    }

    private boolean add(Map<String, String> read, String route) {
        HttpResponse<byte[]> answer = new Uploads(duban).take(account, route);
        assertThat(answer.statusCode()).as(account + " " + route).isIn(200, 403, 404);
        if (answer.statusCode() == 200) {
            read.put(route, new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.statusCode() == 200;
    }

    /** The names of all files of an archive and the words of its page and of its list. */
    private static String texts(byte[] archive) {
        StringBuilder text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                text.append(each.getName()).append('\n');
                if (each.getName().matches("index.html|entries.*|manifest.csv")) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }
}
