package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case keeps the tables with which it began, whoever asks them. */
class DecisionsTest {

    private ProcessEngine engine;
    private Decisions decisions;
    private long minute;

    @BeforeEach
    void start() throws Exception {
        engine = SmallEngine.start();
        decisions = new Decisions(
                engine.getDecisionService(),
                engine.getRepositoryService(),
                engine.getHistoryService(),
                new SystemCalls(engine.getIdentityService()));
        deploy("5");
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "x.bpmn",
                        SmallEngine.process("x")
                                .startEvent()
                                .userTask("wait")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void stop() {
        ClockUtil.reset();
        engine.close();
    }

    @Test
    void aTermThatChangesIsTheRuleForNewCasesOnly() throws Exception {
        open("running");
        deploy("7");
        open("new");
        deploy("9");

        assertThat(daysOf("running")).isEqualTo(5);
        assertThat(daysOf("new")).isEqualTo(7);
        assertThat(daysOf("has no process yet")).isEqualTo(9);
    }

    @Test
    void aCaseThatOpensAFurtherProcessKeepsTheVersionOfItsFirst() throws Exception {
        open("running");
        deploy("7");
        open("running");

        assertThat(daysOf("running")).isEqualTo(5);
    }

    @Test
    void aCaseOlderThanEveryTableIsAnsweredByTheFirst() throws Exception {
        ClockUtil.setCurrentTime(new Date(0));
        engine.getRuntimeService().startProcessInstanceByKey("x", "older");
        deploy("7");

        assertThat(daysOf("older")).isEqualTo(5);
    }

    private void open(String caseId) {
        later();
        engine.getRuntimeService().startProcessInstanceByKey("x", caseId);
    }

    private Object daysOf(String caseId) {
        return decisions
                .ask(caseId, "dueDates", Map.of("mechanism", "INVESTIGATION"))
                .get(0)
                .get("amount");
    }

    private void deploy(String days) throws Exception {
        later();
        String table = Files.readString(Path.of("bpmn/due-dates.dmn"))
                .replaceAll("(?s)(<outputEntry id=\"outputEntry_investigationAmount\">\\s*<text>)5", "$1" + days);
        engine.getRepositoryService()
                .createDeployment()
                .addString("due-dates.dmn", table)
                .deploy();
    }

    private void later() {
        minute += 60_000;
        ClockUtil.setCurrentTime(new Date(1_800_000_000_000L + minute));
    }
}
