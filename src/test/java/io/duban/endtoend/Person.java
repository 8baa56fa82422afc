package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account at work: what it sees and what it does, over HTTP. */
record Person(Duban duban, String account) {

    Answer get(String path) {
        return duban.call(account, "GET", path, null);
    }

    Answer post(String path, Object body) {
        return duban.call(account, "POST", path, body);
    }

    /** Drafts an order; answers its id. */
    String drafts(Map<String, Object> paper) {
        return draft(paper).is(201).text("id");
    }

    Answer draft(Map<String, Object> paper) {
        return post("/api/orders", paper);
    }

    JsonNode order(String id) {
        return get("/api/orders/" + id).ok().body();
    }

    String stateOf(String order) {
        return order(order).path("state").asText();
    }

    /** All tasks in the person's lists. */
    List<JsonNode> tasks() {
        List<JsonNode> found = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = get("/api/tasks?size=100&page=" + number++).ok().body();
            page.path("items").forEach(found::add);
        } while (page.path("hasMore").asBoolean());
        return found;
    }

    List<JsonNode> tasks(String caseId) {
        return tasks().stream()
                .filter(each -> caseId.equals(each.path("caseId").asText()))
                .toList();
    }

    List<String> taskKeys(String caseId) {
        return tasks(caseId).stream().map(each -> each.path("key").asText()).toList();
    }

    Optional<JsonNode> find(String caseId, String key, @Nullable String subject) {
        return tasks(caseId).stream()
                .filter(each -> key.equals(each.path("key").asText()))
                .filter(each ->
                        subject == null || subject.equals(each.path("subjectId").asText()))
                .findFirst();
    }

    String task(String caseId, String key) {
        return task(caseId, key, null);
    }

    String task(String caseId, String key, @Nullable String subject) {
        return find(caseId, key, subject)
                .orElseThrow(() -> new AssertionError(
                        account + " has no task " + key + " in " + caseId + " but only " + taskKeys(caseId)))
                .path("id")
                .asText();
    }

    Answer claim(String task) {
        return post("/api/tasks/" + task + "/claim", Map.of());
    }

    Answer form(String task) {
        return get("/api/tasks/" + task + "/form");
    }

    Answer submit(String task, Map<String, Object> fields) {
        return post("/api/tasks/" + task + "/submission", fields);
    }

    /** Takes the task of this key, looks at its form, fills it in and sends it off. */
    Person does(String caseId, String key, Map<String, Object> fields) {
        return does(caseId, key, null, fields);
    }

    Person does(String caseId, String key, @Nullable String subject, Map<String, Object> fields) {
        String task = task(caseId, key, subject);
        claim(task).is(204);
        fillsIn(task, fields);
        return this;
    }

    void fillsIn(String task, Map<String, Object> fields) {
        submit(task, duban.typed(account, form(task).ok().body().path("schema"), fields))
                .is(204);
    }

    /** Tries the same and answers what came of it. */
    Answer tries(String caseId, String key, Map<String, Object> fields) {
        return submit(task(caseId, key), fields);
    }

    Answer asksForMoreTime(String order, @Nullable String deadline, Object workingDays, String reason) {
        Map<String, Object> asked = Papers.of("workingDays", workingDays, "reason", reason);
        if (deadline != null) {
            asked.put("deadline", deadline);
        }
        return post("/api/orders/" + order + "/extensions", asked);
    }

    Answer asksToEnd(String order, String kind, String reason, Map<String, Object> more) {
        Map<String, Object> asked = Papers.of("kind", kind, "reason", reason, "explanation", "经核实，情况如所选理由。");
        asked.putAll(more);
        return post("/api/orders/" + order + "/discontinuations", asked);
    }

    /** 登记通报: a bulletin of the order's issuer that names problems. */
    Answer registers(String order, String number, LocalDate issuedOn, Integer... problems) {
        return post("/api/orders/" + order + "/bulletins", Papers.bulletin(number, issuedOn, problems));
    }

    List<String> timeline(String order) {
        List<String> sentences = new ArrayList<>();
        order(order)
                .path("timeline")
                .forEach(each -> sentences.add(each.path("sentence").asText()));
        assertThat(sentences).isNotEmpty();
        return sentences;
    }
}
