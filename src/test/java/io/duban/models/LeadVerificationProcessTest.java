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
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadVerificationProcessTest {

    private static final Date LIMIT = evening("2030-07-01");
    private static final Date REMINDER = evening("2030-06-28");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("lead-verification");

    @Test
    void everyStepGoesToItsOwnGroupUntilTheLimit() {
        var lead = accepted();

        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("petition-office.330000").until(LIMIT));
        transferred(lead);
        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("petition-office.330106").until(LIMIT));
        complete(task(lead));
        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("vocational-division.330106").until(LIMIT));
        complete(task("userTask_verifyLead", lead), withVariables("moreTimeAsked", false));
        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("petition-office.330000").until(LIMIT));
        complete(task("userTask_concludeLead", lead), withVariables("sufficient", true, "conclusion", "VALID"));

        assertThat(lead).isEnded().hasPassed("endEvent_leadConcluded");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void anInsufficientVerificationGoesBack() {
        var lead = verifying();
        complete(task("userTask_verifyLead", lead), withVariables("moreTimeAsked", false));

        complete(task("userTask_concludeLead", lead), withVariables("sufficient", false));

        assertThat(lead).isWaitingAtExactly("userTask_verifyLead");
    }

    @Test
    void grantedTimeMovesTheLimitAndTheWorkGoesOn() {
        var lead = asked();
        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("supervision-lead.330000").until(LIMIT));

        complete(task("userTask_decideLeadExtension", lead), withVariables("extensionGranted", true));

        assertThat(lead).hasPassed("serviceTask_extendLead").isWaitingAtExactly("userTask_verifyLead");
    }

    @Test
    void refusedTimeLeavesTheLimit() {
        var lead = asked();

        complete(task("userTask_decideLeadExtension", lead), withVariables("extensionGranted", false));

        assertThat(lead).hasNotPassed("serviceTask_extendLead").isWaitingAtExactly("userTask_verifyLead");
    }

    @Test
    void guidanceDoesNotInterruptTheVerification() {
        var lead = verifying();

        runtimeService()
                .createMessageCorrelation("leadGuidanceRequested")
                .processInstanceBusinessKey(CASE_ID)
                .setVariable("guidingGroup", "training-division.330000")
                .correlate();

        assertThat(lead).isWaitingAt("userTask_verifyLead", "userTask_guideLead");
        assertThat(offer(task("userTask_guideLead", lead)))
                .isEqualTo(Offer.to("training-division.330000").until(LIMIT));
        complete(task("userTask_guideLead", lead));
        assertThat(lead).hasPassed("endEvent_leadGuided").isWaitingAtExactly("userTask_verifyLead");
    }

    @Test
    void guidanceThatNeverCameDoesNotHoldTheConclusionUp() {
        var lead = verifying();
        runtimeService()
                .createMessageCorrelation("leadGuidanceRequested")
                .processInstanceBusinessKey(CASE_ID)
                .setVariable("guidingGroup", "training-division.330000")
                .correlate();

        complete(task("userTask_verifyLead", lead), withVariables("moreTimeAsked", false));
        complete(task("userTask_concludeLead", lead), withVariables("sufficient", true, "conclusion", "VALID"));

        assertThat(lead).isEnded().hasPassed("endEvent_leadConcluded");
    }

    @Test
    void theLimitIsRemindedOfAndThenUrgedWithoutEndingTheWork() {
        var lead = verifying();
        assertThat(due("startEvent_leadDueSoon", lead)).isEqualTo(REMINDER);
        assertThat(due("startEvent_leadDue", lead)).isEqualTo(LIMIT);

        fire("startEvent_leadDueSoon", lead);
        fire("startEvent_leadDue", lead);

        assertThat(lead)
                .hasPassed("serviceTask_remindLead", "serviceTask_markLeadOverdue")
                .isWaitingAtExactly("userTask_verifyLead");
    }

    private static ProcessInstance asked() {
        var lead = verifying();
        complete(task("userTask_verifyLead", lead), withVariables("moreTimeAsked", true));
        return lead;
    }

    private static ProcessInstance verifying() {
        var lead = accepted();
        transferred(lead);
        complete(task("userTask_receiveLead", lead));
        return lead;
    }

    private static void transferred(ProcessInstance lead) {
        complete(
                task("userTask_transferLead", lead),
                withVariables("handlingUnit", "330106", "handlingGroup", "vocational-division.330106"));
    }

    private static ProcessInstance accepted() {
        return MODEL.start(Map.of(
                "caseId", CASE_ID,
                "receivingUnit", "330000",
                "districtUnit", "330106",
                "concludeDue", LIMIT,
                "concludeReminder", REMINDER));
    }
}
