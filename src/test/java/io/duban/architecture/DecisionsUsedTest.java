package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.model.Question;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision tables asked from Java and from models exist, with the names both sides use. */
class DecisionsUsedTest {

    private static final Pattern ASKED = Pattern.compile("\\.ask\\(\\s*(?:[\\w.()]+,\\s*)?\"(\\w+)\"");

    static List<Question> questions() {
        return JavaSide.questions();
    }

    static List<Model> decisions() {
        return Model.DECISIONS;
    }

    @Test
    void theListOfQuestionsIsComplete() {
        var asked = Source.ALL.stream()
                .flatMap(each -> ASKED.matcher(each.code()).results().map(hit -> hit.group(1)))
                .collect(Collectors.toSet());

        assertThat(asked)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        questions().stream().map(Question::decision).toList());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theTableAskedReadsExactlyTheInputsGiven(Question question) {
        assertThat(Model.decision(question.decision()).inputs())
                .containsExactlyInAnyOrderElementsOf(question.inputs().keySet());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whoAsksReadsTheOutputsItsQuestionNames(Question question) {
        assertThat(Source.ALL)
                .filteredOn(each -> each.code().contains("\"" + question.decision() + "\""))
                .isNotEmpty()
                .anyMatch(each -> question.outputs().keySet().stream()
                        .allMatch(output -> each.code().contains("\"" + output + "\"")));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aTableIsNamedAfterItsDecisionAndIsAskedBySomebody(Model decision) {
        assertThat(decision.name()).isEqualTo(kebab(decision.id()) + ".dmn");
        Set<String> asked = Stream.concat(
                        questions().stream().map(Question::decision),
                        Model.PROCESSES.stream().flatMap(each -> each.camunda("decisionRef")))
                .collect(Collectors.toSet());
        assertThat(asked).contains(decision.id());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aTableAskedByAModelAnswersWithOneEntry(Model decision) {
        boolean byModel = Model.PROCESSES.stream()
                .flatMap(each -> each.camunda("decisionRef"))
                .anyMatch(decision.id()::equals);
        assertThat(byModel && decision.outputs().size() != 1)
                .as("mapDecisionResult is singleEntry")
                .isFalse();
    }

    static String kebab(String id) {
        return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
