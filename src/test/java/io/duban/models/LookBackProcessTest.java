package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static io.duban.models.PlayedModel.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LookBackProcessTest {

    private static final Date DUE = evening("2030-12-02");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("look-back", "look-back-result");

    @Test
    void theLookBackWaitsForItsDayBeforeAnybodyHasATask() {
        var lookBack = start();

        assertThat(lookBack).isWaitingAtExactly("intermediateTimer_lookBackDue");
        assertThat(task("userTask_lookBack", lookBack)).isNull();
        assertThat(due("intermediateTimer_lookBackDue", lookBack)).isEqualTo(DUE);
    }

    @Test
    void onItsDayTheLookBackIsOpenedForTheGroupNamedByTheOrder() {
        var lookBack = opened();

        assertThat(lookBack).hasPassed("serviceTask_openLookBack").isWaitingAtExactly("userTask_lookBack");
        assertThat(offer(task("userTask_lookBack", lookBack))).isEqualTo(Offer.to("supervision-office.330100"));
    }

    @Test
    void withoutRelapseAndNewProblemTheRectificationIsConsolidated() {
        var lookBack = opened();

        find(lookBack, false, false);

        assertThat(lookBack)
                .isEnded()
                .hasPassed("endEvent_consolidated")
                .hasNotPassed("serviceTask_reopenProblems", "endEvent_relapsed")
                .variables()
                .containsEntry("lookBackResult", "CONSOLIDATED");
    }

    @Test
    void aRelapseReopensTheProblemsAndOutweighsANewProblem() {
        var lookBack = opened();

        find(lookBack, true, true);

        assertThatProblemsAreReopened(lookBack, "RELAPSED");
    }

    @Test
    void aNewProblemReopensTheProblemsToo() {
        var lookBack = opened();

        find(lookBack, false, true);

        assertThatProblemsAreReopened(lookBack, "NEW_PROBLEM");
    }

    private static void assertThatProblemsAreReopened(ProcessInstance lookBack, String result) {
        assertThat(lookBack)
                .isEnded()
                .hasPassed("serviceTask_reopenProblems", "endEvent_relapsed")
                .hasNotPassed("endEvent_consolidated")
                .variables()
                .containsEntry("lookBackResult", result);
    }

    private static ProcessInstance start() {
        return MODEL.start(Map.of(
                "caseId", CASE_ID,
                "issuerUnit", "330000",
                "accusedUnit", "330106",
                "districtUnit", "330106",
                "orderNumber", "2030-1",
                "lookBackGroup", "supervision-office.330100",
                "lookBackDue", DUE));
    }

    private static ProcessInstance opened() {
        var lookBack = start();
        fire("intermediateTimer_lookBackDue", lookBack);
        return lookBack;
    }

    private static void find(ProcessInstance lookBack, boolean relapsed, boolean newProblem) {
        complete(task("userTask_lookBack", lookBack), withVariables("relapsed", relapsed, "newProblem", newProblem));
    }
}
