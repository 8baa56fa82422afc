package io.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTableTest {

    private final DueDateRules rules = new DueDateRules(DueDatesTable.decisions());

    @ParameterizedTest
    @CsvSource({
        "DEEMED_DELIVERY, 1, WORKING_DAYS",
        "INVESTIGATION, 5, WORKING_DAYS",
        "SUPPLEMENT, 2, WORKING_DAYS",
        "RECTIFICATION, 30, CALENDAR_DAYS",
        "LOOK_BACK, 30, CALENDAR_DAYS",
        "INTERVIEW_RECTIFICATION, 10, WORKING_DAYS",
        "ACCOUNTABILITY_FACT_FINDING, 60, CALENDAR_DAYS",
        "STATEMENT, 5, WORKING_DAYS",
        "REVIEW_REQUEST, 30, CALENDAR_DAYS",
        "DISCLOSURE, 2, WORKING_DAYS",
        "EXTENSION, 5, WORKING_DAYS",
    })
    void every_mechanism_has_its_term(DeadlineKind kind, int amount, TermUnit unit) {
        assertThat(rules.termOf("case", kind)).isEqualTo(new Term(amount, unit, 1));
    }

    @Test
    void every_kind_of_deadline_fires_exactly_one_rule_and_every_rule_fires() {
        var fired = EnumSet.allOf(DeadlineKind.class).stream()
                .map(kind -> DueDatesTable.ask(Map.of("mechanism", kind.name())))
                .toList();
        assertThat(fired).allSatisfy(rules -> assertThat(rules).hasSize(1));
        assertThat(DueDatesTable.rules()).hasSize(fired.size());
    }

    @Test
    void an_unknown_mechanism_fires_nothing() {
        assertThat(DueDatesTable.ask(Map.of("mechanism", "NOTHING"))).isEmpty();
    }

    @Test
    void every_rule_names_its_basis_and_every_id_is_a_name() {
        assertThat(DueDatesTable.text())
                .contains("historyTimeToLive=\"P1826D\"")
                .contains("dmndi:DMNShape");
        assertThat(DueDatesTable.rules()).allSatisfy(rule -> assertThat(rule).contains("<description>"));
        assertThat(DueDatesTable.ids())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.equals("dueDates") || id.matches("[a-z][A-Za-z]+_[a-z][A-Za-z]+"));
    }
}
