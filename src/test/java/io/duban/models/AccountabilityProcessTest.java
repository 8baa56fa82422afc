package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static io.duban.models.PlayedModel.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountabilityProcessTest {

    private static final Date DUE = evening("2030-09-30");

    private static final Map<String, Object> PROPOSAL =
            Map.of("caseId", CASE_ID, "issuerUnit", "330000", "factFindingDue", DUE);

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("accountability");

    @Test
    void aProposalMakesTheLeaderOfTheIssuerFormAWorkingGroup() {
        var accountability = propose();

        assertThat(accountability).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_formWorkingGroup");
        assertThat(offer(task(accountability))).isEqualTo(Offer.to("supervision-lead.330000"));
    }

    @Test
    void theOfficeEstablishesTheFactsWithinTheDeadline() {
        var accountability = investigating();

        assertThat(accountability).isWaitingAtExactly("userTask_establishFacts");
        assertThat(offer(task(accountability)))
                .isEqualTo(Offer.to("supervision-office.330000").until(DUE));
        assertThat(due("boundaryTimer_factFindingDue", accountability)).isEqualTo(DUE);
    }

    @Test
    void overdueFactFindingIsMarkedAndStillGoesOn() {
        var accountability = investigating();

        fire("boundaryTimer_factFindingDue", accountability);

        assertThat(accountability)
                .hasPassedInOrder("serviceTask_markFactFindingOverdue", "endEvent_factFindingOverdue")
                .isWaitingAtExactly("userTask_establishFacts");
        complete(task("userTask_establishFacts", accountability), withVariables("groundsEstablished", true));
        assertThat(accountability).isWaitingAtExactly("userTask_notifySubject");
    }

    @Test
    void withoutGroundsNobodyIsHeldAccountable() {
        var accountability = investigating();

        complete(task(accountability), withVariables("groundsEstablished", false));

        assertThat(accountability).isEnded().hasPassed("endEvent_notStarted").hasNotPassed("userTask_notifySubject");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void theSubjectIsNotifiedAndHeardBeforeTheDirectorDecides() {
        var accountability = investigating();
        complete(task(accountability), withVariables("groundsEstablished", true));

        for (var step : List.of("userTask_notifySubject", "userTask_hearStatement")) {
            assertThat(accountability).isWaitingAtExactly(step);
            assertThat(offer(task(accountability))).isEqualTo(Offer.to("supervision-office.330000"));
            complete(task(accountability));
        }

        assertThat(accountability).isWaitingAtExactly("userTask_decideAccountability");
        assertThat(offer(task(accountability))).isEqualTo(Offer.to("committee-director.330000"));
    }

    @Test
    void anApprovedDecisionIsNumberedIssuedAndArchivedByTheOffice() {
        var accountability = heard();

        complete(task(accountability), withVariables("accountabilityDecision", "APPROVED"));

        assertThat(accountability).hasPassed("serviceTask_numberDecision");
        for (var step : List.of("userTask_issueDecision", "userTask_archiveAccountability")) {
            assertThat(accountability).isWaitingAtExactly(step);
            assertThat(offer(task(accountability))).isEqualTo(Offer.to("supervision-office.330000"));
            complete(task(accountability));
        }
        assertThat(accountability)
                .isEnded()
                .hasPassed("endEvent_accountabilityArchived")
                .hasNotPassed("endEvent_accountabilityRejected");
    }

    @Test
    void aReturnedDraftGoesBackToTheFactsWithItsDeadline() {
        var accountability = heard();

        complete(task(accountability), withVariables("accountabilityDecision", "RETURNED"));

        assertThat(accountability)
                .isWaitingAtExactly("userTask_establishFacts")
                .hasNotPassed("serviceTask_numberDecision");
        assertThat(due("boundaryTimer_factFindingDue", accountability)).isEqualTo(DUE);
    }

    @Test
    void aRejectedDraftEndsWithoutDecision() {
        var accountability = heard();

        complete(task(accountability), withVariables("accountabilityDecision", "REJECTED"));

        assertThat(accountability)
                .isEnded()
                .hasPassed("endEvent_accountabilityRejected")
                .hasNotPassed("serviceTask_numberDecision", "userTask_issueDecision");
    }

    private static ProcessInstance propose() {
        return runtimeService().startProcessInstanceByMessage("accountabilityProposed", CASE_ID, PROPOSAL);
    }

    private static ProcessInstance investigating() {
        var accountability = propose();
        complete(task("userTask_formWorkingGroup", accountability));
        return accountability;
    }

    private static ProcessInstance heard() {
        var accountability = investigating();
        complete(task("userTask_establishFacts", accountability), withVariables("groundsEstablished", true));
        complete(task("userTask_notifySubject", accountability));
        complete(task("userTask_hearStatement", accountability));
        return accountability;
    }
}
