package io.duban.calendar;

import io.duban.engine.Decisions;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import io.duban.model.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code dueDates} (D15 到期规则) how long a term is; no term is written in Java. */
@Component
class DueDateRules implements KnownToModels {

    private static final int LONGEST_DAYS = 3660;
    private static final String NO_CASE = "";

    static final Question QUESTION = Question.one("dueDates")
            .input("mechanism", DeadlineKind.values())
            .number("amount", 1, LONGEST_DAYS)
            .text("unit", Set.of(TermUnit.WORKING_DAYS.name(), TermUnit.CALENDAR_DAYS.name()))
            .number("reminderWorkingDays", 0, LONGEST_DAYS);

    private final Decisions decisions;

    DueDateRules(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void tell(Known known) {
        known.question(QUESTION);
    }

    /** A term the table did not know when the case began is the one of the newest table. */
    Term termOf(String caseId, DeadlineKind kind) {
        var rules = ask(caseId, kind);
        if (rules.isEmpty()) {
            rules = ask(NO_CASE, kind);
        }
        if (rules.size() != 1) {
            throw new IllegalStateException("dueDates has " + rules.size() + " rules for " + kind);
        }
        var rule = rules.get(0);
        return new Term(
                number(rule, "amount"),
                TermUnit.valueOf(String.valueOf(rule.get("unit"))),
                number(rule, "reminderWorkingDays"));
    }

    private List<Map<String, Object>> ask(String caseId, DeadlineKind kind) {
        return decisions.ask(caseId, "dueDates", Map.of("mechanism", kind.name()));
    }

    private static int number(Map<String, Object> rule, String output) {
        if (rule.get(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("dueDates gives no number for " + output);
    }
}
