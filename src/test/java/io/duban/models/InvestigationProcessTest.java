package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static io.duban.models.PlayedModel.offer;
import static io.duban.models.PlayedModel.sets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvestigationProcessTest {

    private static final Date REMINDER = evening("2030-03-20");

    private static final Date DUE = evening("2030-03-21");

    private static final Date SUPPLEMENT_DUE = evening("2030-03-28");

    private static final Date LATER_REMINDER = evening("2030-04-19");

    private static final Date LATER_DUE = evening("2030-04-22");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("investigation", "report-outcome");

    @BeforeEach
    void whatTheServicesSet() {
        sets("confirmProblems", Map.of("founded", true));
        sets("closeUnfounded", Map.of("founded", false));
        sets("requestSupplement", Map.of("supplementDue", SUPPLEMENT_DUE));
        sets(
                "raiseInvestigation",
                Map.of(
                        "investigatorGroup",
                        "investigator.330000",
                        "reporterGroup",
                        "lead.330000",
                        "investigationDue",
                        LATER_DUE,
                        "investigationReminder",
                        LATER_REMINDER));
    }

    @Test
    void theInvestigatorInvestigatesAndTheAddressedGovernmentReportsByTheSameDeadline() {
        var investigation = start();

        assertThat(investigation).isWaitingAtExactly("subProcess_investigate", "userTask_investigate");
        assertThat(offer(task("userTask_investigate", investigation)))
                .isEqualTo(Offer.to("investigator.330106").until(DUE));

        complete(task("userTask_investigate", investigation));

        assertThat(investigation).isWaitingAtExactly("subProcess_investigate", "userTask_submitReport");
        assertThat(offer(task("userTask_submitReport", investigation)))
                .isEqualTo(Offer.to("government.330100").until(DUE));
    }

    @Test
    void aSubmittedReportIsReviewedByTheIssuersOfficeAndTheDeadlineNoLongerRuns() {
        var investigation = reported();

        assertThat(investigation).hasPassed("endEvent_reportSubmitted").isWaitingAtExactly("userTask_reviewReport");
        assertThat(offer(task("userTask_reviewReport", investigation)))
                .isEqualTo(Offer.to("supervision-office.330000"));
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void aReportTheGovernmentDoesNotReleaseGoesBackToTheInvestigatorWhileTheDeadlineRuns() {
        var investigation = start();
        complete(task("userTask_investigate", investigation));

        complete(task("userTask_submitReport", investigation), withVariables("released", false));

        assertThat(investigation)
                .isWaitingAtExactly("subProcess_investigate", "userTask_investigate")
                .hasNotPassed("endEvent_reportSubmitted");
        assertThat(due("boundaryTimer_investigationDue", investigation)).isEqualTo(DUE);
    }

    @Test
    void theReminderLeavesTheInvestigationRunning() {
        var investigation = start();
        assertThat(due("boundaryTimer_investigationReminder", investigation)).isEqualTo(REMINDER);

        fire("boundaryTimer_investigationReminder", investigation);

        assertThat(investigation)
                .hasPassedInOrder("serviceTask_remindInvestigation", "endEvent_investigationReminded")
                .isWaitingAtExactly("subProcess_investigate", "userTask_investigate");
        assertThat(due("boundaryTimer_investigationDue", investigation)).isEqualTo(DUE);
    }

    @Test
    void anOverdueInvestigationIsMarkedAndStillGoesOn() {
        var investigation = start();
        complete(task("userTask_investigate", investigation));
        assertThat(due("boundaryTimer_investigationDue", investigation)).isEqualTo(DUE);

        fire("boundaryTimer_investigationDue", investigation);

        assertThat(investigation)
                .hasPassedInOrder("serviceTask_markInvestigationOverdue", "endEvent_investigationOverdue")
                .isWaitingAtExactly("subProcess_investigate", "userTask_submitReport");
        complete(task("userTask_submitReport", investigation), withVariables("released", true));
        assertThat(investigation).isWaitingAtExactly("userTask_reviewReport");
    }

    @Test
    void aSubstantiatedReportConfirmsTheProblems() {
        var investigation = reported();

        review(investigation, true, "SUBSTANTIATED", false);

        assertThat(investigation)
                .isEnded()
                .hasPassed("serviceTask_confirmProblems", "endEvent_founded")
                .hasNotPassed(
                        "serviceTask_closeUnfounded", "serviceTask_requestSupplement", "serviceTask_raiseInvestigation")
                .variables()
                .containsEntry("founded", true)
                .containsEntry("reportOutcome", "RECTIFY");
    }

    @Test
    void aPartlySubstantiatedReportConfirmsTheProblemsToo() {
        var investigation = reported();

        review(investigation, true, "PARTLY", false);

        assertThat(investigation).isEnded().hasPassed("endEvent_founded").hasNotPassed("endEvent_unfounded");
    }

    @Test
    void anUnsubstantiatedReportEndsAsUnfounded() {
        var investigation = reported();

        review(investigation, true, "UNSUBSTANTIATED", false);

        assertThat(investigation)
                .isEnded()
                .hasPassed("serviceTask_closeUnfounded", "endEvent_unfounded")
                .hasNotPassed("serviceTask_confirmProblems", "endEvent_founded")
                .variables()
                .containsEntry("founded", false);
    }

    @Test
    void anIncompleteReportIsSupplementedByTheGovernmentAndReviewedAgain() {
        var investigation = reported();

        review(investigation, false, "SUBSTANTIATED", false);

        assertThat(investigation).isWaitingAtExactly("userTask_supplementReport");
        assertThat(offer(task("userTask_supplementReport", investigation)))
                .isEqualTo(Offer.to("government.330100").until(SUPPLEMENT_DUE));
        complete(task("userTask_supplementReport", investigation));
        assertThat(investigation)
                .isWaitingAtExactly("userTask_reviewReport")
                .hasNotPassed("serviceTask_markSupplementOverdue");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void anOverdueSupplementIsUrgedAndStillMayBeHandedIn() {
        var investigation = reported();
        review(investigation, false, "SUBSTANTIATED", false);
        assertThat(due("boundaryTimer_supplementDue", investigation)).isEqualTo(SUPPLEMENT_DUE);

        fire("boundaryTimer_supplementDue", investigation);

        assertThat(investigation)
                .hasPassedInOrder("serviceTask_markSupplementOverdue", "endEvent_supplementOverdue")
                .isWaitingAtExactly("userTask_supplementReport");
        complete(task("userTask_supplementReport", investigation));
        assertThat(investigation).isWaitingAtExactly("userTask_reviewReport");
    }

    @Test
    void aFalsifiedReportIsInvestigatedAnewAtAHigherLevelWithinANewDeadline() {
        var investigation = reported();

        review(investigation, true, "UNSUBSTANTIATED", true);

        assertThat(investigation)
                .hasPassed("serviceTask_raiseInvestigation")
                .hasNotPassed("serviceTask_closeUnfounded")
                .isWaitingAtExactly("subProcess_investigate", "userTask_investigate");
        assertThat(offer(task("userTask_investigate", investigation)))
                .isEqualTo(Offer.to("investigator.330000").until(LATER_DUE));
        assertThat(due("boundaryTimer_investigationReminder", investigation)).isEqualTo(LATER_REMINDER);
        assertThat(due("boundaryTimer_investigationDue", investigation)).isEqualTo(LATER_DUE);
        complete(task("userTask_investigate", investigation));
        assertThat(offer(task("userTask_submitReport", investigation)))
                .isEqualTo(Offer.to("lead.330000").until(LATER_DUE));
        complete(task("userTask_submitReport", investigation), withVariables("released", true));
        review(investigation, false, "SUBSTANTIATED", false);
        assertThat(offer(task("userTask_supplementReport", investigation)))
                .isEqualTo(Offer.to("lead.330000").until(SUPPLEMENT_DUE));
    }

    private static ProcessInstance start() {
        return MODEL.start(Map.of(
                "caseId", CASE_ID,
                "issuerUnit", "330000",
                "addresseeUnit", "330100",
                "accusedUnit", "330106",
                "districtUnit", "330106",
                "investigatorGroup", "investigator.330106",
                "reporterGroup", "government.330100",
                "orderNumber", "2030-1",
                "investigationDue", DUE,
                "investigationReminder", REMINDER));
    }

    private static ProcessInstance reported() {
        var investigation = start();
        complete(task("userTask_investigate", investigation));
        complete(task("userTask_submitReport", investigation), withVariables("released", true));
        return investigation;
    }

    private static void review(
            ProcessInstance investigation, boolean complete, String substantiation, boolean falsified) {
        complete(
                task("userTask_reviewReport", investigation),
                withVariables("reportComplete", complete, "substantiation", substantiation, "falsified", falsified));
    }
}
