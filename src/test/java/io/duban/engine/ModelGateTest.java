package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.model.ExpressionGrammar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model is code: what carries any is refused before it is parsed, ours passes. */
class ModelGateTest {

    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = GuardedEngine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    static List<String> models() {
        return Payloads.models();
    }

    static List<String> documents() {
        return Payloads.xml();
    }

    @Test
    void theCorpusIsAsLargeAsItSays() {
        assertThat(Payloads.models()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(Payloads.xml()).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
        assertThat(Payloads.EXPRESSIONS).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelThatCarriesCodeIsNotDeployed(String model) {
        assertRefused("x.bpmn", model);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void xmlThatReachesOutOrBlowsUpIsNotReadAsModelOrDecision(String document) {
        assertRefused("x.bpmn", document);
        assertRefused("x.dmn", document);
    }

    @Test
    void everyExpressionOfTheCorpusIsRefusedAtEveryPlaceOfAModel() {
        for (String expression : Payloads.EXPRESSIONS) {
            String attribute =
                    expression.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            for (String place : List.of("assignee", "candidateGroups", "dueDate", "delegateExpression", "collection")) {
                assertThatThrownBy(
                                () -> GuardedEngine.gate()
                                        .check(
                                                "x.bpmn",
                                                bytes(GuardedEngine.process("<bpmn:userTask id=\"step\" camunda:"
                                                        + place + "=\"" + attribute + "\"/>"))),
                                "%s in %s",
                                expression,
                                place)
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.cmmn",
                "x.groovy",
                "x.js",
                "x.html",
                "x.class",
                "x.bpmn20.xml",
                "x.dmn11.xml",
                "x",
                "../x.bpmn",
                "a/x.bpmn",
                "x.png",
                "x.bpmn;",
                "x.py"
            })
    void onlyModelsDecisionsAndFormsUnderPlainNamesAreDeployed(String name) {
        assertRefused(name, GuardedEngine.process("<bpmn:userTask id=\"step\"/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<literalExpression><text>1</text></literalExpression>",
                "<decisionTable><input><inputExpression expressionLanguage=\"javascript\"><text>1</text></inputExpression></input></decisionTable>",
                "<decisionTable><input><inputExpression expressionLanguage=\"juel\"><text>x</text></inputExpression></input></decisionTable>",
                "<decisionTable><input><inputExpression><text>${''.class}</text></inputExpression></input></decisionTable>",
                "<decisionTable><input><inputExpression><text>function(x) external {java: {class: \"a\"}}</text></inputExpression></input></decisionTable>",
                "<decisionTable><rule><inputEntry expressionLanguage=\"groovy\"><text>1</text></inputEntry></rule></decisionTable>",
                "<decisionTable><rule><outputEntry><text>#{x}</text></outputEntry></rule></decisionTable>",
                "<context/>",
                "<invocation/>",
                "<decisionTable camunda:evil=\"x\"/>",
                "<decisionTable/></decision><import importType=\"x\" locationURI=\"http://example.invalid/\" namespace=\"n\"/><decision id=\"y\">",
                "<decisionTable/></decision><businessKnowledgeModel id=\"b\"/><decision id=\"y\">",
            })
    void aDecisionIsATableInFeel(String inner) {
        assertRefused(
                "x.dmn",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                        + " xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"d\" name=\"d\" namespace=\"n\">"
                        + "<decision id=\"x\" name=\"x\">" + inner + "</decision></definitions>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"default\",\"components\":[{\"type\":\"html\",\"content\":\"<script>1</script>\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"iframe\",\"url\":\"http://example.invalid\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"image\",\"source\":\"http://example.invalid/x.png\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"expression\",\"expression\":\"=x\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"text\",\"text\":\"<img src=x onerror=1>\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"text\",\"text\":\"[x](javascript:alert(1))\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"text\",\"text\":\"${''.class}\"}]}",
                "{\"type\":\"default\",\"components\":[{\"type\":\"filepicker\"}]}",
                "{\"type\":\"evil\"}",
                "[]",
                "no json",
            })
    void aFormHoldsNoCodeAndNothingFromOutside(String form) {
        assertRefused("x.form", form);
    }

    /** Of such a list Tasklist would send only the rows that are unfolded. */
    @Test
    void aFormWithAListThatFoldsIsNotDeployedWhileTheApplicationRuns() {
        String form =
                "{\"id\":\"x\",\"type\":\"default\",\"components\":[{\"type\":\"group\",\"id\":\"G\",\"components\":["
                        + "{\"type\":\"dynamiclist\",\"id\":\"List\",\"path\":\"rows\",\"label\":\"问题\",\"components\":["
                        + "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\"}]%s}]}]}";

        for (String folding : List.of("", ",\"isRepeating\":true", ",\"isRepeating\":true,\"disableCollapse\":false")) {
            assertThatThrownBy(() -> deploy(form.formatted(folding)))
                    .satisfies(failure -> assertThat(Causes.refusalIn(failure))
                            .hasValueSatisfying(refusal ->
                                    assertThat(refusal.getMessage()).contains("x.form", "问题", "disableCollapse")));
        }
        assertThatThrownBy(() -> deploy(form.formatted(",\"disableCollapse\":true")))
                .as("a form that nobody reads, but for no other reason")
                .satisfies(failure -> assertThat(Causes.refusalIn(failure))
                        .hasValueSatisfying(refusal -> assertThat(refusal.getMessage())
                                .contains("field-kept")
                                .doesNotContain("disableCollapse")));
    }

    private static void deploy(String form) {
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("x.form", form)
                .deploy()
                .getId();
        engine.getRepositoryService().deleteDeployment(deployment);
    }

    @Test
    void allOursPass() throws IOException {
        ModelGate trusting = new ModelGate(() -> new ExpressionGrammar(
                name -> !name.equals("reporterVault"),
                name -> Character.isLowerCase(name.charAt(0)),
                "openProblems"::equals));
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            String name = String.valueOf(file.getFileName());
            assertThatCode(() -> trusting.check(name, content)).as(name).doesNotThrowAnyException();
        }
        assertThat(files()).hasSizeGreaterThan(40);
    }

    @Test
    void anOrdinaryModelIsDeployedAndRuns() {
        String model = GuardedEngine.process("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${act}\"/>");

        engine.getRepositoryService()
                .createDeployment()
                .addString("x.bpmn", model)
                .deploy();
        var instance = engine.getRuntimeService().startProcessInstanceByKey("x");

        assertThat(instance.isEnded()).isTrue();
    }

    private static void assertRefused(String name, String content) {
        assertThatThrownBy(() -> GuardedEngine.gate().check(name, bytes(content)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("model-gate"));
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addInputStream(name, new ByteArrayInputStream(bytes(content)))
                        .deploy())
                .satisfies(failure -> assertThat(Causes.refusalIn(failure)).isPresent());
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .listPage(0, 5)
                        .size())
                .as("nothing of it is kept")
                .isLessThanOrEqualTo(1);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> bpmn = Files.list(Path.of("bpmn"));
                Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(bpmn, forms).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
