package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case written down as data under {@code cases/}: who does what on which day and how the order stands afterwards. A step
 * may take over the fields of an earlier one ({@code as}); {@code {+n}} stands for the date n days after the start.
 */
final class Story {

    private static final Pattern DAY = Pattern.compile("\\{\\+(\\d+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duban duban;
    private final LocalDateTime start;
    private final Deque<JsonNode> steps = new ArrayDeque<>();
    private final Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
    private @Nullable String order;

    private Story(Duban duban, JsonNode story) {
        this.duban = duban;
        start = LocalDateTime.parse(story.path("start").asText());
        story.path("steps").forEach(steps::add);
    }

    static Story of(Duban duban, String name) {
        try (InputStream in = Story.class.getResourceAsStream("/cases/" + name + ".json")) {
            return new Story(duban, JSON.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    String order() {
        assertThat(order).as("the order is drafted").isNotNull();
        return order;
    }

    LocalDate day(int n) {
        return start.toLocalDate().plusDays(n);
    }

    /** Plays on until the named step is done, checking how the order stands after each. */
    Story upTo(String name) {
        boolean there = false;
        while (!there) {
            JsonNode step = steps.removeFirst();
            play(step);
            there = step.path("name").asText().equals(name);
        }
        return this;
    }

    private void play(JsonNode step) {
        String name = step.path("name").asText();
        moveTo(step.path("day").asInt(), step.path("time").asText());
        Person person = duban.as(step.path("account").asText());
        Map<String, Object> typed = fields(step);
        fields.put(name, typed);
        if (step.path("task").asText().equals("order-requested")) {
            order = person.drafts(typed);
        } else {
            person.does(order(), step.path("task").asText(), subject(step), typed);
        }
        assertThat(duban.as("supervision-office.310000").stateOf(order()))
                .as("after " + name)
                .isEqualTo(step.path("state").asText());
    }

    void moveTo(int day, String time) {
        duban.clockTo(day(day) + "T" + time);
    }

    private @Nullable String subject(JsonNode step) {
        if (!step.has("problem")) {
            return null;
        }
        for (JsonNode each :
                duban.as("supervision-office.310000").order(order()).path("problems")) {
            if (each.path("seq").asInt() == step.path("problem").asInt()) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("no problem " + step.path("problem"));
    }

    private Map<String, Object> fields(JsonNode step) {
        String text = DAY.matcher(step.path("fields").toString())
                .replaceAll(hit -> day(Integer.parseInt(hit.group(1))).toString());
        Map<String, Object> typed =
                new LinkedHashMap<>(fields.getOrDefault(step.path("as").asText(), Map.of()));
        try {
            typed.putAll(JSON.readValue(text, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return typed;
    }
}
