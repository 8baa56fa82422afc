package io.duban.calendar;

import io.duban.engine.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code dueDates} (D15 到期规则) how long a term is; no term is written in Java. */
@Component
class DueDateRules {

    private final Decisions decisions;

    DueDateRules(Decisions decisions) {
        this.decisions = decisions;
    }

    Term termOf(DeadlineKind kind) {
        var rules = decisions.ask("dueDates", Map.of("mechanism", kind.name()));
        if (rules.size() != 1) {
            throw new IllegalStateException("dueDates has " + rules.size() + " rules for " + kind);
        }
        var rule = rules.get(0);
        return new Term(
                number(rule, "amount"),
                TermUnit.valueOf(String.valueOf(rule.get("unit"))),
                number(rule, "reminderWorkingDays"));
    }

    private static int number(Map<String, Object> rule, String output) {
        if (rule.get(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("dueDates gives no number for " + output);
    }
}
