package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.called;
import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static io.duban.models.PlayedModel.offer;
import static io.duban.models.PlayedModel.sets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SupervisionOrderProcessTest {

    private static final Date DELIVERY_DUE = evening("2030-03-05");

    private static final Date INVESTIGATION_REMINDER = evening("2030-03-20");

    private static final Date INVESTIGATION_DUE = evening("2030-03-21");

    private static final Date LOOK_BACK_DUE = evening("2030-12-02");

    private static final Map<String, Object> GROUPS = Map.of(
            "drafterGroup", "supervision-office.330000",
            "issuerGroup", "supervision-lead.330000",
            "receiverGroup", "government.330100",
            "rectifierGroup", "rectifier.330106",
            "signOffGroup", "supervision-office.330100",
            "lookBackGroup", "look-back.330000");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("supervision-order")
            .calling("investigation")
            .calling("rectification")
            .calling("lookBack");

    @BeforeEach
    void whatTheServicesSet() {
        sets("publishOrder", Map.of("orderNumber", "2030-1", "deemedDeliveryDue", DELIVERY_DUE));
        sets(
                "deemReceived",
                Map.of(
                        "investigatorGroup", "investigator.330100",
                        "investigationDue", INVESTIGATION_DUE,
                        "investigationReminder", INVESTIGATION_REMINDER));
        sets("recordSignOff", Map.of("lookBackDue", LOOK_BACK_DUE));
        openProblemsAre("problem-1", "problem-2", "problem-3");
    }

    @Test
    void anOrderIsDraftedAndPutBeforeWhoIssuesIt() {
        var order = start(true);

        assertThat(order).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_draftOrder");
        assertThat(offer(task(order))).isEqualTo(Offer.to("supervision-office.330000"));

        complete(task(order));

        assertThat(order).isWaitingAtExactly("userTask_issueOrder");
        assertThat(offer(task(order))).isEqualTo(Offer.to("supervision-lead.330000"));
    }

    @Test
    void aDraftThatIsNotIssuedGoesBackToTheDrafter() {
        var order = start(true);
        complete(task("userTask_draftOrder", order));

        complete(task("userTask_issueOrder", order), withVariables("issued", false));

        assertThat(order).isWaitingAtExactly("userTask_draftOrder").hasNotPassed("serviceTask_publishOrder");
    }

    @Test
    void anIssuedOrderIsNumberedAndWaitsToBeReceivedUntilItIsDeemedDelivered() {
        var order = issued(true);

        assertThat(order).hasPassed("serviceTask_publishOrder").isWaitingAtExactly("userTask_receiveOrder");
        assertThat(offer(task(order))).isEqualTo(Offer.to("government.330100").until(DELIVERY_DUE));
        assertThat(due("boundaryTimer_deemedDelivered", order)).isEqualTo(DELIVERY_DUE);
    }

    @Test
    void aReceivedOrderIsInvestigatedAndNoLongerDeemedDelivered() {
        var order = received(true);

        assertThat(order).isWaitingAtExactly("callActivity_investigate").hasNotPassed("serviceTask_deemReceived");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void anOrderNobodyReceivesIsDeemedReceivedAndTheTaskIsGone() {
        var order = issued(true);

        fire("boundaryTimer_deemedDelivered", order);

        assertThat(order)
                .hasPassed("boundaryTimer_deemedDelivered", "serviceTask_deemReceived")
                .isWaitingAtExactly("callActivity_investigate");
        assertThat(task("userTask_receiveOrder", order)).isNull();
    }

    @Test
    void theInvestigationIsHandedTheListedVariablesAndNothingElse() {
        var order = received(true);

        var investigation = called("investigation", order).get(0);

        assertThat(investigation).hasBusinessKey(CASE_ID);
        assertThat(runtimeService().getVariables(investigation.getId()))
                .containsOnlyKeys(
                        "caseId",
                        "issuerUnit",
                        "addresseeUnit",
                        "accusedUnit",
                        "districtUnit",
                        "investigatorGroup",
                        "reporterGroup",
                        "orderNumber",
                        "investigationDue",
                        "investigationReminder")
                .containsEntry("caseId", CASE_ID)
                .containsEntry("issuerUnit", "330000")
                .containsEntry("addresseeUnit", "330100")
                .containsEntry("accusedUnit", "accused-1")
                .containsEntry("districtUnit", "330106")
                .containsEntry("orderNumber", "2030-1")
                .containsEntry("investigatorGroup", "investigator.330106")
                .containsEntry("reporterGroup", "government.330100")
                .containsEntry("investigationDue", INVESTIGATION_DUE)
                .containsEntry("investigationReminder", INVESTIGATION_REMINDER);
    }

    @Test
    void theInvestigationHandsBackWhetherTheProblemsAreFoundedAndNothingElse() {
        var order = received(true);

        answer("investigation", order, Map.of("founded", true, "reportOutcome", "RECTIFY"));

        assertThat(runtimeService().getVariables(order.getId()))
                .containsEntry("founded", true)
                .doesNotContainKey("reportOutcome");
    }

    @Test
    void anUnfoundedOrderIsClosedWithoutRectification() {
        var order = received(true);

        answer("investigation", order, Map.of("founded", false));

        assertThat(order)
                .isEnded()
                .hasPassed("endEvent_closedUnfounded")
                .hasNotPassed("callActivity_rectify", "endEvent_closed");
    }

    @Test
    void aVerifiedProblemIsRectifiedWithoutInvestigation() {
        var order = received(false);

        assertThat(order).hasNotPassed("callActivity_investigate");
        assertThat(called("investigation", order)).isEmpty();
        assertThat(called("rectification", order)).hasSize(3);
    }

    @Test
    void everyOpenProblemIsRectifiedByItselfAtTheSameTime() {
        var order = founded();

        var rectifications = called("rectification", order);

        assertThat(rectifications)
                .hasSize(3)
                .extracting(rectification -> runtimeService().getVariable(rectification.getId(), "problemId"))
                .containsExactlyInAnyOrder("problem-1", "problem-2", "problem-3");
        assertThat(rectifications).allSatisfy(rectification -> {
            assertThat(rectification).hasBusinessKey(CASE_ID);
            assertThat(runtimeService().getVariables(rectification.getId()))
                    .containsOnlyKeys(
                            "caseId",
                            "problemId",
                            "issuerUnit",
                            "addresseeUnit",
                            "accusedUnit",
                            "districtUnit",
                            "orderNumber",
                            "rectifierGroup",
                            "signOffGroup")
                    .containsEntry("rectifierGroup", "rectifier.330106")
                    .containsEntry("signOffGroup", "supervision-office.330100");
        });
    }

    @Test
    void theOrderWaitsForTheLastOfItsThreeProblems() {
        var order = founded();

        for (int open = 3; open > 0; open--) {
            assertThat(called("rectification", order)).hasSize(open);
            assertThat(order).hasNotPassed("serviceTask_recordSignOff");
            answer("rectification", order, Map.of("verified", true));
        }

        assertThat(order)
                .hasPassed("serviceTask_recordSignOff")
                .isWaitingAtExactly("callActivity_lookBack")
                .variables()
                .doesNotContainKeys("verified", "problemId");
    }

    @Test
    void theLookBackIsHandedTheListedVariablesAndNothingElse() {
        var order = signedOff();

        var lookBack = called("lookBack", order).get(0);

        assertThat(lookBack).hasBusinessKey(CASE_ID);
        assertThat(runtimeService().getVariables(lookBack.getId()))
                .containsOnlyKeys(
                        "caseId",
                        "issuerUnit",
                        "accusedUnit",
                        "districtUnit",
                        "orderNumber",
                        "lookBackGroup",
                        "lookBackDue")
                .containsEntry("lookBackGroup", "look-back.330000")
                .containsEntry("lookBackDue", LOOK_BACK_DUE);
    }

    @Test
    void aConsolidatedOrderIsArchivedAndTheLookBackHandsBackItsResultOnly() {
        var order = signedOff();

        answer("lookBack", order, Map.of("lookBackResult", "CONSOLIDATED", "relapsed", false));

        assertThat(order)
                .isEnded()
                .hasPassedInOrder("callActivity_lookBack", "serviceTask_archiveOrder", "endEvent_closed")
                .variables()
                .containsEntry("lookBackResult", "CONSOLIDATED")
                .doesNotContainKey("relapsed");
    }

    @Test
    void afterARelapseOnlyTheReopenedProblemsAreRectifiedAgain() {
        var order = signedOff();
        openProblemsAre("problem-2");

        answer("lookBack", order, Map.of("lookBackResult", "RELAPSED"));

        assertThat(order).hasNotPassed("serviceTask_archiveOrder");
        assertThat(called("rectification", order))
                .singleElement()
                .extracting(rectification -> runtimeService().getVariable(rectification.getId(), "problemId"))
                .isEqualTo("problem-2");
    }

    @Test
    void aNewProblemIsRectifiedToo() {
        var order = signedOff();
        openProblemsAre("problem-4");

        answer("lookBack", order, Map.of("lookBackResult", "NEW_PROBLEM"));

        assertThat(called("rectification", order)).hasSize(1);
    }

    @Test
    void aWithdrawalCancelsTheTaskAndItsTimer() {
        var order = issued(true);

        runtimeService().correlateMessage("orderWithdrawn", CASE_ID);

        assertThat(order).isEnded().hasPassed("eventSubProcess_withdrawal", "endEvent_withdrawn");
        assertThat(taskService().createTaskQuery().count()).isZero();
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void aTransferCancelsTheInvestigation() {
        var order = received(true);

        runtimeService().correlateMessage("orderTransferred", CASE_ID);

        assertThat(order).isEnded().hasPassed("eventSubProcess_transfer", "endEvent_transferred");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void aMergerCancelsEveryRectification() {
        var order = founded();

        runtimeService().correlateMessage("orderMerged", CASE_ID);

        assertThat(order)
                .isEnded()
                .hasPassed("eventSubProcess_merge", "endEvent_merged")
                .hasNotPassed("serviceTask_recordSignOff", "endEvent_closed");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    private static void openProblemsAre(String... problemIds) {
        Mocks.register("openProblems", new OpenProblems(List.of(problemIds)));
    }

    private static ProcessInstance start(boolean investigationNeeded) {
        var variables = new HashMap<String, Object>(GROUPS);
        variables.putAll(Map.of(
                "caseId", CASE_ID,
                "instrument", "SUPERVISION_ORDER",
                "issuerUnit", "330000",
                "addresseeUnit", "330100",
                "accusedUnit", "accused-1",
                "districtUnit", "330106",
                "investigationNeeded", investigationNeeded));
        return MODEL.start(variables);
    }

    private static ProcessInstance issued(boolean investigationNeeded) {
        var order = start(investigationNeeded);
        complete(task("userTask_draftOrder", order));
        complete(task("userTask_issueOrder", order), withVariables("issued", true));
        return order;
    }

    private static ProcessInstance received(boolean investigationNeeded) {
        var order = issued(investigationNeeded);
        complete(
                task("userTask_receiveOrder", order),
                withVariables(
                        "investigatorGroup",
                        "investigator.330106",
                        "investigationDue",
                        INVESTIGATION_DUE,
                        "investigationReminder",
                        INVESTIGATION_REMINDER));
        return order;
    }

    private static ProcessInstance founded() {
        var order = received(true);
        answer("investigation", order, Map.of("founded", true));
        return order;
    }

    private static ProcessInstance signedOff() {
        var order = founded();
        for (int open = 3; open > 0; open--) {
            answer("rectification", order, Map.of());
        }
        return order;
    }

    /** One of the running callees of that name ends with these variables. */
    private static void answer(String calleeId, ProcessInstance order, Map<String, Object> variables) {
        complete(task("userTask_" + calleeId, called(calleeId, order).get(0)), variables);
    }

    /** The bean {@code openProblems} of the model; public because expressions call it. */
    public record OpenProblems(List<String> problemIds) {

        public List<String> of(String caseId) {
            assertThat(caseId).isEqualTo(CASE_ID);
            return problemIds;
        }
    }
}
