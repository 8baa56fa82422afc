package io.duban.calendar;

import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.duban.engine.Decisions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The real table {@code dueDates}, evaluated by the decision engine alone, without a process engine around it. */
final class DueDatesTable {

    private static final String TEXT = read();
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE =
            ENGINE.parseDecision("dueDates", new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)));

    private static final Map<Map<String, Object>, List<Map<String, Object>>> ANSWERS = new ConcurrentHashMap<>();

    private DueDatesTable() {}

    static Decisions decisions() {
        var decisions = mock(Decisions.class, withSettings().stubOnly());
        when(decisions.ask(anyString(), eq("dueDates"), anyMap()))
                .thenAnswer(question -> ANSWERS.computeIfAbsent(question.getArgument(2), DueDatesTable::ask));
        return decisions;
    }

    static List<Map<String, Object>> ask(Map<String, Object> inputs) {
        return ENGINE.evaluateDecisionTable(TABLE, inputs).getResultList();
    }

    static String text() {
        return TEXT;
    }

    static List<String> rules() {
        return matches("(?s)<rule .*?</rule>", 0);
    }

    static List<String> ids() {
        return matches(" id=\"([^\"]+)\"", 1);
    }

    private static List<String> matches(String regex, int group) {
        return Pattern.compile(regex)
                .matcher(TEXT)
                .results()
                .map(match -> match.group(group))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("bpmn/due-dates.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
