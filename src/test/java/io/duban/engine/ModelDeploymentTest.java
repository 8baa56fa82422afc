package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.model.Fault;
import io.duban.model.Faults;
import io.duban.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModelDeploymentTest {

    private static final String INNER = """
            <userTask id="inner" name="甲"/>
            <businessRuleTask id="rule" camunda:decisionRef="ruleTable" camunda:decisionRefBinding="deployment"
                camunda:mapDecisionResult="singleEntry" camunda:resultVariable="answer"/>
            """;

    private static ProcessEngine engine;

    @TempDir
    Path folder;

    @BeforeEach
    void twoProcessesOneOfWhichCallsAnother() throws IOException {
        Files.createDirectory(folder.resolve("bpmn"));
        Files.createDirectory(folder.resolve("forms"));
        Files.createDirectory(folder.resolve("more"));
        model("main-case", """
                <callActivity id="call" calledElement="innerCase" camunda:calledElementBinding="deployment">
                  <extensionElements><camunda:out source="answer" target="answer"/></extensionElements>
                </callActivity>
                <userTask id="task" camunda:formRef="fill-in" camunda:formRefBinding="deployment"/>
                """, "call", "task");
        model("inner-case", INNER, "inner", "rule");
        model("other-case", "<userTask id=\"other\"/><userTask id=\"next\"/>", "other", "next");
        table("rule-table", "A");
        table("free-table", "B");
        write("forms/fill-in.form", "{\"id\": \"fill-in\", \"type\": \"default\", \"components\": []}");
    }

    @BeforeAll
    static void engine() {
        engine = SmallEngine.start();
    }

    @AfterEach
    void clearAway() {
        var repository = engine.getRepositoryService();
        repository.createDeploymentQuery().list().forEach(each -> repository.deleteDeployment(each.getId(), true));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aBundleIsAProcessNobodyCallsWithAllItBinds() throws IOException {
        var bundles = ModelDeployment.bundles(files());

        assertThat(bundles)
                .containsOnlyKeys("main-case.bpmn", "other-case.bpmn", "free-table.dmn")
                .containsEntry(
                        "main-case.bpmn", Set.of("main-case.bpmn", "inner-case.bpmn", "rule-table.dmn", "fill-in.form"))
                .containsEntry("other-case.bpmn", Set.of("other-case.bpmn"))
                .containsEntry("free-table.dmn", Set.of("free-table.dmn"));
    }

    @Test
    void everyModelOfTheApplicationIsInExactlyOneBundle() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (String place : new String[] {"bpmn", "forms"}) {
            read(Path.of(place), files);
        }

        assertThat(ModelDeployment.bundles(files).values().stream().flatMap(Set::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(files.keySet());
    }

    @Test
    void aReferenceToNothingStopsTheStart() throws IOException {
        Files.delete(folder.resolve("forms/fill-in.form"));

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("main-case.bpmn")
                .hasMessageContaining("fill-in.form");
    }

    @Test
    void aRestartWithoutChangeDeploysNothing() throws IOException {
        start();
        start();

        assertThat(engine.getRepositoryService().createDeploymentQuery().list()).hasSize(3);
        assertThat(version("mainCase")).isEqualTo(1);
    }

    @Test
    void aChangedFileDeploysItsBundleOnly() throws IOException {
        start();
        model("inner-case", INNER.replace("甲", "乙"), "inner", "rule");
        start();

        assertThat(version("mainCase")).isEqualTo(2);
        assertThat(version("innerCase")).isEqualTo(2);
        assertThat(version("otherCase")).isEqualTo(1);
        assertThat(engine.getRepositoryService().createDeploymentQuery().list()).hasSize(4);
    }

    @Test
    void aChangeInACalledModelAloneAlsoDeploysWhoCallsIt() throws IOException {
        start();
        table("rule-table", "C");
        start();

        assertThat(version("mainCase")).isEqualTo(2);
        assertThat(version("innerCase")).isEqualTo(2);
    }

    @Test
    void aRunningCaseKeepsAllOfItsOwnVersion() throws IOException {
        start();
        engine.getRuntimeService().startProcessInstanceByKey("otherCase");
        var old = engine.getRuntimeService().startProcessInstanceByKey("mainCase", "old");
        table("rule-table", "C");
        start();
        var young = engine.getRuntimeService().startProcessInstanceByKey("mainCase", "young");

        assertThat(answerOf(old.getId())).isEqualTo("A");
        assertThat(answerOf(young.getId())).isEqualTo("C");
    }

    @Test
    void oneFileTheEngineRefusesLeavesAllModelsInForceAsTheyWere() throws IOException {
        start();
        table("free-table", "D");
        model("main-case", "<userTask id=\"task\"/><userTask id=\"next\"/>", "task", "next");
        Path other = folder.resolve("bpmn/other-case.bpmn");
        Files.writeString(other, Files.readString(other).replace(" camunda:historyTimeToLive=\"P1D\"", ""));

        assertThatThrownBy(this::start).hasMessageContaining("historyTimeToLive");
        assertThat(version("mainCase")).isEqualTo(1);
        assertThat(engine.getRepositoryService().createDeploymentQuery().list()).hasSize(3);
    }

    @Test
    void aPlaceThatIsMissingOrEmptyIsAFault() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        var faults = new Faults();
        new ModelFiles(
                        new PathMatchingResourcePatternResolver(),
                        List.of("file:" + folder + "/bpmn/", "file:" + folder + "/nowhere/"),
                        List.of("file:" + folder + "/empty/"))
                .read(faults);

        assertThat(faults.all()).hasSize(2).extracting(Fault::rule).containsOnly(Rule.FOLDER);
        assertThat(faults.all())
                .extracting(Fault::line)
                .anyMatch(line -> line.contains("/nowhere/"))
                .anyMatch(line -> line.contains("/empty/"));
    }

    @Test
    void aFurtherFolderReplacesFilesOfTheSameName() throws IOException {
        start();
        Files.writeString(
                folder.resolve("more/rule-table.dmn"),
                Files.readString(folder.resolve("bpmn/rule-table.dmn")).replace("\"A\"", "\"D\""));
        start();

        assertThat(answerOf(engine.getRuntimeService()
                        .startProcessInstanceByKey("mainCase")
                        .getId()))
                .isEqualTo("D");
    }

    private Object answerOf(String instance) {
        var tasks = engine.getTaskService();
        var inner = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .singleResult();
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(inner.getId())
                .singleResult()
                .getId());
        return engine.getRuntimeService().getVariable(instance, "answer");
    }

    private int version(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private void start() {
        var files = new ModelFiles(
                        new PathMatchingResourcePatternResolver(),
                        List.of("file:" + folder + "/bpmn/", "file:" + folder + "/more/"),
                        List.of("file:" + folder + "/forms/"))
                .read(new Faults());
        new ModelDeployment(engine.getRepositoryService(), new OneCommand(engine)).deploy(files);
    }

    private Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        read(folder.resolve("bpmn"), files);
        read(folder.resolve("forms"), files);
        return files;
    }

    private static void read(Path place, Map<String, byte[]> files) throws IOException {
        try (var found = Files.list(place)) {
            for (Path each : found.sorted().toList()) {
                files.put(each.getFileName().toString(), Files.readAllBytes(each));
            }
        }
    }

    private void model(String file, String nodes, String first, String second) throws IOException {
        String id = file.equals("main-case") ? "mainCase" : file.equals("inner-case") ? "innerCase" : "otherCase";
        write("bpmn/" + file + ".bpmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t" id="d">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/>%s<endEvent id="end"/>
                    <sequenceFlow id="a" sourceRef="start" targetRef="%s"/>
                    <sequenceFlow id="b" sourceRef="%s" targetRef="%s"/>
                    <sequenceFlow id="c" sourceRef="%s" targetRef="end"/>
                  </process>
                </definitions>
                """.formatted(id, nodes, first, first, second, second));
    }

    private void table(String file, String answer) throws IOException {
        String id = file.equals("rule-table") ? "ruleTable" : "freeTable";
        write("bpmn/" + file + ".dmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="t" id="d" name="d">
                  <decision id="%s" name="%s" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t">
                      <output id="o" name="answer" typeRef="string"/>
                      <rule id="r"><outputEntry id="e"><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, id, answer));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
