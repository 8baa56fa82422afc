package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row through the decision tables; in every table every rule fires at least once. */
class DecisionRowsTest {

    private static final Path MODELS = Path.of("bpmn");

    private final Set<String> fired = new TreeSet<>();
    private final DmnEngine engine = engine();

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource({
        "rule_accountabilityOpenOverdue, accountabilityOpen stillOverdue bulletinCount, REMIND",
        "rule_accountabilityOpen, accountabilityOpen interviewUnresolved, NONE",
        "rule_bulletinsRepeated, bulletinCount falsified, ACCOUNTABILITY",
        "rule_interviewUnresolved, interviewUnresolved stillOverdue, ACCOUNTABILITY",
        "rule_pupilInterestSevere, pupilInterestSevere, ACCOUNTABILITY",
        "rule_badSocialImpact, badSocialImpact, ACCOUNTABILITY",
        "rule_interviewOpenOverdue, interviewOpen stillOverdue falsified, REMIND",
        "rule_interviewOpen, interviewOpen falsified, NONE",
        "rule_falsified, falsified stillOverdue, INTERVIEW",
        "rule_weakRectification, weakRectification, INTERVIEW",
        "rule_reportCountHigh, reportCountHigh, INTERVIEW",
        "rule_remindersRepeated, remindersSent stillOverdue, INTERVIEW",
        "rule_lagging, lagging, INTERVIEW",
        "rule_stillOverdue, stillOverdue, REMIND",
        "rule_otherwise, stillOverdue urgedLately, NONE",
        "rule_otherwise, stillOverdue urgedFiveTimes, NONE",
        "rule_otherwise, stillOverdue remindersSent urgedLately, NONE",
        "rule_accountabilityOpen, accountabilityOpen stillOverdue urgedLately, NONE",
        "rule_accountabilityOpen, accountabilityOpen stillOverdue urgedFiveTimes, NONE",
        "rule_interviewOpen, interviewOpen stillOverdue urgedLately, NONE",
        "rule_interviewOpen, interviewOpen stillOverdue urgedFiveTimes, NONE",
        "rule_otherwise, nothing, NONE"
    })
    void escalationTakesTheFirstStepThatItsInputsCallFor(String rule, String given, String step) throws IOException {
        assertThat(ask("escalate-order", "escalateOrder", escalation(Set.of(given.split(" ")))))
                .containsExactly(Map.of("step", step));
        assertThat(fired).containsExactly(rule);
    }

    @Test
    void aCountBelowThreeIsNotRepeatedly() throws IOException {
        Map<String, Object> inputs = escalation(Set.of());
        inputs.put("bulletinCount", 2);
        inputs.put("remindersSent", 2);
        assertThat(ask("escalate-order", "escalateOrder", inputs)).containsExactly(Map.of("step", "NONE"));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, SUBSTANTIATED, REINVESTIGATE",
        "true, false, UNSUBSTANTIATED, REINVESTIGATE",
        "false, false, SUBSTANTIATED, SUPPLEMENT",
        "false, true, UNSUBSTANTIATED, UNFOUNDED",
        "false, true, SUBSTANTIATED, RECTIFY",
        "false, true, PARTLY, RECTIFY"
    })
    void theReportLeadsWhereItsReviewSays(boolean falsified, boolean complete, String substantiation, String outcome)
            throws IOException {
        assertThat(ask(
                        "report-outcome",
                        "reportOutcome",
                        Map.of("falsified", falsified, "reportComplete", complete, "substantiation", substantiation)))
                .containsExactly(Map.of("outcome", outcome));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, RELAPSED",
        "true, true, RELAPSED",
        "false, true, NEW_PROBLEM",
        "false, false, CONSOLIDATED"
    })
    void theLookBackEndsAsItsFindingsSay(boolean relapsed, boolean newProblem, String result) throws IOException {
        assertThat(ask("look-back-result", "lookBackResult", Map.of("relapsed", relapsed, "newProblem", newProblem)))
                .containsExactly(Map.of("result", result));
    }

    @ParameterizedTest
    @CsvSource({"SAME, false", "SUBORDINATE, false", "OPERATOR, false", "NEAR_RELATIVE, false", "NONE, true"})
    void onlyABodyWithoutTiesInvestigates(String relation, boolean admitted) throws IOException {
        assertThat(ask("investigator-recusal", "investigatorRecusal", Map.of("relation", relation)))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict).containsEntry("admitted", admitted));
    }

    @ParameterizedTest
    @CsvSource({"process, 调查过程", "facts, 实际情况", "disposition, 处理意见", "measures, 整改措施", "cause, 原因分析"})
    void eachMissingPartOfAReportIsNamed(String field, String part) throws IOException {
        Map<String, Object> given = parts(true);
        given.put(field + "Given", false);
        assertThat(ask("report-completeness", "reportCompleteness", given))
                .containsExactly(Map.of("missingPart", part, "missingField", field));
    }

    @Test
    void aReportWithAllPartsLacksNothingAndAnEmptyOneLacksFive() throws IOException {
        assertThat(ask("report-completeness", "reportCompleteness", parts(true)))
                .isEmpty();
        assertThat(ask("report-completeness", "reportCompleteness", parts(false)))
                .hasSize(5);
    }

    @Test
    void aggravatingGroundsRaiseTheSuggestionByOneStepAndMakeItPublic() throws IOException {
        assertThat(suggestion("SCHOOL", "LIGHT", true)).contains("PUBLIC_CRITICISM", "PUBLICATION");
        assertThat(suggestion("SCHOOL", "LIGHT", false)).containsExactlyInAnyOrder("SUPERVISION_BULLETIN", "INTERVIEW");
        assertThat(suggestion("GOVERNMENT", "GRAVE", false)).containsExactly("RESOURCE_ADJUSTMENT");
    }

    @Test
    void everyRuleOfEveryTableFires() throws IOException {
        for (Set<String> given : everyEscalation()) {
            ask("escalate-order", "escalateOrder", escalation(given));
        }
        everyRuleHasFired("escalate-order");
        for (String substantiation : List.of("SUBSTANTIATED", "PARTLY", "UNSUBSTANTIATED")) {
            theReportLeadsWhereItsReviewSays(
                    false, true, substantiation, "UNSUBSTANTIATED".equals(substantiation) ? "UNFOUNDED" : "RECTIFY");
        }
        theReportLeadsWhereItsReviewSays(true, true, "PARTLY", "REINVESTIGATE");
        theReportLeadsWhereItsReviewSays(false, false, "PARTLY", "SUPPLEMENT");
        everyRuleHasFired("report-outcome");
        theLookBackEndsAsItsFindingsSay(true, true, "RELAPSED");
        theLookBackEndsAsItsFindingsSay(false, true, "NEW_PROBLEM");
        theLookBackEndsAsItsFindingsSay(false, false, "CONSOLIDATED");
        everyRuleHasFired("look-back-result");
        for (String relation : List.of("SAME", "SUBORDINATE", "OPERATOR", "NEAR_RELATIVE", "NONE")) {
            ask("investigator-recusal", "investigatorRecusal", Map.of("relation", relation));
        }
        everyRuleHasFired("investigator-recusal");
        ask("report-completeness", "reportCompleteness", parts(false));
        everyRuleHasFired("report-completeness");
        for (String type : List.of("GOVERNMENT", "SCHOOL", "PERSON", "INSPECTOR")) {
            for (String severity : List.of("LIGHT", "MEDIUM", "GRAVE")) {
                suggestion(type, severity, false);
            }
        }
        suggestion("PERSON", "LIGHT", true);
        everyRuleHasFired("suggest-accountability");
    }

    private void everyRuleHasFired(String table) throws IOException {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(file(table)));
        Set<String> rules = new HashSet<>();
        model.getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));
        assertThat(fired).as(table).containsExactlyInAnyOrderElementsOf(rules);
        fired.clear();
    }

    private static List<Set<String>> everyEscalation() {
        return List.of(
                Set.of("accountabilityOpen", "stillOverdue"),
                Set.of("accountabilityOpen"),
                Set.of("bulletinCount"),
                Set.of("interviewUnresolved"),
                Set.of("pupilInterestSevere"),
                Set.of("badSocialImpact"),
                Set.of("interviewOpen", "stillOverdue"),
                Set.of("interviewOpen"),
                Set.of("falsified"),
                Set.of("weakRectification"),
                Set.of("reportCountHigh"),
                Set.of("remindersSent"),
                Set.of("lagging"),
                Set.of("stillOverdue"),
                Set.of());
    }

    private List<String> suggestion(String type, String severity, boolean aggravated) throws IOException {
        return ask(
                        "suggest-accountability",
                        "suggestAccountability",
                        Map.of("subjectType", type, "severity", severity, "aggravated", aggravated))
                .stream()
                .map(each -> String.valueOf(each.get("form")))
                .toList();
    }

    private static Map<String, Object> escalation(Set<String> given) {
        Map<String, Object> inputs = new HashMap<>();
        for (String flag : List.of(
                "accountabilityOpen",
                "stillOverdue",
                "interviewUnresolved",
                "pupilInterestSevere",
                "badSocialImpact",
                "interviewOpen",
                "falsified",
                "weakRectification",
                "reportCountHigh",
                "lagging")) {
            inputs.put(flag, given.contains(flag));
        }
        inputs.put("bulletinCount", given.contains("bulletinCount") ? 3 : 0);
        inputs.put("remindersSent", given.contains("remindersSent") ? 3 : 0);
        inputs.put("remindersOfNewest", given.contains("urgedFiveTimes") ? 5 : 4);
        inputs.put("workingDaysSinceReminder", given.contains("urgedLately") ? 2 : 3);
        return inputs;
    }

    private static Map<String, Object> parts(boolean given) {
        Map<String, Object> parts = new HashMap<>();
        List.of("process", "facts", "disposition", "measures", "cause")
                .forEach(each -> parts.put(each + "Given", given));
        return parts;
    }

    private List<Map<String, Object>> ask(String table, String key, Map<String, Object> inputs) throws IOException {
        var decision = engine.parseDecision(key, new ByteArrayInputStream(file(table)));
        return engine.evaluateDecisionTable(decision, inputs).getResultList();
    }

    private static byte[] file(String table) throws IOException {
        return Files.readAllBytes(MODELS.resolve(table + ".dmn"));
    }

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::noteRules);
        return configuration.buildEngine();
    }

    private void noteRules(DmnDecisionTableEvaluationEvent evaluated) {
        evaluated.getMatchingRules().forEach(rule -> fired.add(rule.getId()));
    }
}
