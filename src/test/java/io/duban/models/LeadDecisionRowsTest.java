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
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row by row what the decisions on leads answer (D01, D02, D03); every rule fires at least once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadDecisionRowsTest {

    private final Set<String> fired = new HashSet<>();
    private final DmnEngine engine = engine();

    @ParameterizedTest
    @CsvSource({
        "false, true, true, true, NOT_ACCEPTED",
        "true, true, true, true, MERGED",
        "true, false, true, false, MUST_INVESTIGATE",
        "true, false, true, true, MUST_INVESTIGATE",
        "true, false, false, true, ACCEPTED",
        "true, false, false, false, KEPT"
    })
    void aReportIsTriagedByTheFirstRuleThatHolds(
            boolean inScope, boolean duplicate, boolean named, boolean concrete, String triage) throws IOException {
        assertThat(ask(
                        "triage-lead",
                        "triageLead",
                        Map.of("inScope", inScope, "duplicate", duplicate, "named", named, "concrete", concrete)))
                .containsExactly(Map.of("triage", triage));
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTY, TEACHER_PAID_TUTORING, personnel-division",
        "COUNTY, HIDDEN_VARIANT, vocational-division",
        "COUNTY, TRAINING_INSTITUTION, vocational-division",
        "COUNTY, HOMEWORK, basic-education-division",
        "COUNTY, AFTER_SCHOOL, basic-education-division",
        "COUNTY, TEACHING_QUALITY, research-office",
        "COUNTY, COORDINATION, supervision-office",
        "COUNTY, OTHER, petition-office",
        "PROVINCE, HIDDEN_VARIANT, training-division",
        "PROVINCE, TRAINING_INSTITUTION, training-division",
        "PROVINCE, HOMEWORK, basic-education-division",
        "PROVINCE, TEACHER_PAID_TUTORING, basic-education-division",
        "PROVINCE, COORDINATION, supervision-office",
        "PROVINCE, OTHER, petition-office"
    })
    void aTopicGoesToTheDivisionInCharge(String level, String topic, String division) throws IOException {
        assertThat(ask("direct-lead", "directLead", Map.of("level", level, "topic", topic)))
                .containsExactly(Map.of("division", division));
    }

    @ParameterizedTest
    @CsvSource({
        "none, false, INSTITUTION, SUPERVISION_NOTICE",
        "untimely, false, INSTITUTION, KEY_ISSUE_ORDER",
        "severe, false, SCHOOL, KEY_ISSUE_ORDER",
        "vile, false, SCHOOL, KEY_ISSUE_ORDER",
        "leaderConcern, false, SCHOOL, COVERT_INSPECTION PUBLISH",
        "publicReaction, false, SCHOOL, KEY_ISSUE_ORDER COVERT_INSPECTION PUBLISH",
        "none, true, INSTITUTION, RECTIFICATION_LETTER"
    })
    void whatWeighsDecidesWhatIsAdvised(String ground, boolean countyVerified, String subject, String advised)
            throws IOException {
        assertThat(advice(true, ground, countyVerified, subject)).containsExactlyInAnyOrder(advised.split(" "));
    }

    @Test
    void aLeadThatProvedUntrueOrIsAboutACountyThatVerifiedItselfLeadsToNothing() throws IOException {
        assertThat(advice(false, "severe", true, "SCHOOL")).isEmpty();
        assertThat(advice(true, "none", true, "GOVERNMENT")).isEmpty();
    }

    @AfterAll
    void everyRuleHasFired() throws IOException {
        Set<String> rules = new HashSet<>();
        for (String table : List.of("triage-lead", "direct-lead", "choose-instrument")) {
            Dmn.readModelFromStream(new ByteArrayInputStream(file(table)))
                    .getModelElementsByType(Rule.class)
                    .forEach(rule -> rules.add(rule.getId()));
        }
        assertThat(fired).containsExactlyInAnyOrderElementsOf(rules);
    }

    private List<String> advice(boolean valid, String ground, boolean countyVerified, String subject)
            throws IOException {
        Map<String, Object> inputs = new HashMap<>();
        List.of("untimely", "severe", "vile", "leaderConcern", "publicReaction")
                .forEach(each -> inputs.put(each, each.equals(ground)));
        inputs.put("validLead", valid);
        inputs.put("countyVerified", countyVerified);
        inputs.put("subject", subject);
        return ask("choose-instrument", "chooseInstrument", inputs).stream()
                .map(each -> String.valueOf(each.get("instrument")))
                .toList();
    }

    private List<Map<String, Object>> ask(String table, String key, Map<String, Object> inputs) throws IOException {
        var decision = engine.parseDecision(key, new ByteArrayInputStream(file(table)));
        return engine.evaluateDecisionTable(decision, inputs).getResultList();
    }

    private static byte[] file(String table) throws IOException {
        return Files.readAllBytes(Path.of("bpmn", table + ".dmn"));
    }

    private DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(evaluated -> evaluated.getMatchingRules().forEach(rule -> fired.add(rule.getId())));
        return configuration.buildEngine();
    }
}
