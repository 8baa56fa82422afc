package io.duban.accountability;

import io.duban.engine.Decisions;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.Question;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code suggestAccountability} (D08) which forms fit a subject; advice only, people choose. */
@Component
class SanctionSuggestions implements KnownToModels {

    static final Question QUESTION = Question.many("suggestAccountability")
            .always()
            .input(
                    "subjectType",
                    Stream.of(SubjectKind.values())
                            .map(SubjectKind::decisionInput)
                            .distinct()
                            .toList())
            .input("severity", Severity.values())
            .yesNo("aggravated")
            .text("label");

    private final Decisions decisions;

    SanctionSuggestions(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void tell(Known known) {
        known.question(QUESTION);
    }

    /** The suggested forms in Chinese, or a word that there are none. */
    String of(String caseId, Subject subject) {
        var rules = decisions.ask(
                caseId,
                "suggestAccountability",
                Map.of(
                        "subjectType", subject.kind().decisionInput(),
                        "severity", subject.severity().name(),
                        "aggravated", subject.isAggravated()));
        return rules.isEmpty()
                ? "（无建议）"
                : rules.stream()
                        .map(rule -> String.valueOf(rule.get("label")))
                        .distinct()
                        .collect(Collectors.joining("、"));
    }
}
