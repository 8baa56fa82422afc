package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision tables asked from Java and from models exist, with the names both sides use. */
class DecisionsUsedTest {

    private static final Pattern ASKED = Pattern.compile("\\.ask\\(\\s*\"(\\w+)\"");

    /** Every question Java asks: who asks what with which inputs, and which outputs it reads. */
    private enum Question {
        INVESTIGATOR_RECUSAL(
                "order/Recusal", "investigatorRecusal", List.of("relation"), List.of("admitted", "reason")),
        REPORT_COMPLETENESS(
                "order/ReportCompleteness",
                "reportCompleteness",
                List.of("processGiven", "factsGiven", "dispositionGiven", "measuresGiven", "causeGiven"),
                List.of("missingPart", "missingField")),
        SUGGEST_ACCOUNTABILITY(
                "accountability/SanctionSuggestions",
                "suggestAccountability",
                List.of("subjectType", "severity", "aggravated"),
                List.of("label")),
        DIRECT_LEAD("lead/LeadDirection", "directLead", List.of("level", "topic"), List.of("division")),
        CHOOSE_INSTRUMENT(
                "lead/LeadInstruments",
                "chooseInstrument",
                List.of(
                        "validLead",
                        "untimely",
                        "severe",
                        "vile",
                        "leaderConcern",
                        "publicReaction",
                        "countyVerified",
                        "subject"),
                List.of("instrument", "reason")),
        DUE_DATES(
                "calendar/DueDateRules",
                "dueDates",
                List.of("mechanism"),
                List.of("amount", "unit", "reminderWorkingDays"));

        private final String asker;
        private final String decision;
        private final List<String> inputs;
        private final List<String> outputs;

        Question(String asker, String decision, List<String> inputs, List<String> outputs) {
            this.asker = asker;
            this.decision = decision;
            this.inputs = inputs;
            this.outputs = outputs;
        }
    }

    static List<Model> decisions() {
        return Model.DECISIONS;
    }

    @Test
    void theListOfQuestionsIsComplete() {
        var asked = Source.ALL.stream()
                .flatMap(each -> ASKED.matcher(each.code()).results().map(hit -> each.place() + " " + hit.group(1)))
                .collect(Collectors.toSet());

        assertThat(Stream.of(Question.values()).map(each -> each.asker + " " + each.decision))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @EnumSource
    void theTableAskedReadsExactlyTheInputsGiven(Question question) {
        assertThat(Model.decision(question.decision).inputs()).containsExactlyInAnyOrderElementsOf(question.inputs);
    }

    @ParameterizedTest
    @EnumSource
    void theTableAskedGivesTheOutputsRead(Question question) {
        assertThat(Model.decision(question.decision).outputs()).containsAll(question.outputs);
        var asker = Source.ALL.stream()
                .filter(each -> each.place().equals(question.asker))
                .findFirst()
                .orElseThrow();
        assertThat(question.outputs).allMatch(output -> asker.code().contains('"' + output + '"'));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aTableIsNamedAfterItsDecisionAndIsAskedBySomebody(Model decision) {
        assertThat(decision.name()).isEqualTo(kebab(decision.id()) + ".dmn");
        Set<String> asked = Stream.concat(
                        Stream.of(Question.values()).map(each -> each.decision),
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
