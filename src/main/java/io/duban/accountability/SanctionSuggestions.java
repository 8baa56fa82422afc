package io.duban.accountability;

import io.duban.engine.Decisions;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code suggestAccountability} (D08) which forms fit a subject; advice only, people choose. */
@Component
class SanctionSuggestions {

    private final Decisions decisions;

    SanctionSuggestions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The suggested forms in Chinese, or a word that there are none. */
    String of(Subject subject) {
        var rules = decisions.ask(
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
