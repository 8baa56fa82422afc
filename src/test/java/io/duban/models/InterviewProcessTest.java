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
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InterviewProcessTest {

    private static final Date DUE = evening("2030-08-30");

    private static final Map<String, Object> PROPOSAL = Map.of(
            "caseId", CASE_ID, "issuerUnit", "330000", "answererGroup", "government.330100", "districtUnit", "330106");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("interview");

    @BeforeEach
    void theDeadlineOfTheRectification() {
        sets("openInterviewRectification", Map.of("interviewRectificationDue", DUE));
    }

    @Test
    void aProposalReachesTheLeaderOfTheIssuer() {
        var interview = propose();

        assertThat(interview).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_approveInterview");
        assertThat(offer(task(interview))).isEqualTo(Offer.to("supervision-lead.330000"));
    }

    @Test
    void aDeclinedProposalEndsWithoutInterview() {
        var interview = propose();

        complete(task(interview), withVariables("interviewApproved", false));

        assertThat(interview)
                .isEnded()
                .hasPassed("endEvent_interviewDeclined")
                .hasNotPassed("userTask_notifyInterviewee");
    }

    @Test
    void theIssuersOfficeNotifiesHoldsTheInterviewAndAlwaysReportsToPartyAndGovernment() {
        var interview = propose();
        complete(task(interview), withVariables("interviewApproved", true));

        for (var step : List.of("userTask_notifyInterviewee", "userTask_holdInterview")) {
            assertThat(interview).isWaitingAtExactly(step);
            assertThat(offer(task(interview))).isEqualTo(Offer.to("supervision-office.330000"));
            complete(task(interview));
        }

        assertThat(interview)
                .hasPassedInOrder("userTask_holdInterview", "serviceTask_openInterviewRectification")
                .isWaitingAtExactly("userTask_reportToPartyAndGovernment", "userTask_submitInterviewRectification");
        assertThat(offer(task("userTask_reportToPartyAndGovernment", interview)))
                .isEqualTo(Offer.to("supervision-office.330000"));
        assertThat(offer(task("userTask_submitInterviewRectification", interview)))
                .isEqualTo(Offer.to("government.330100").until(DUE));
    }

    @Test
    void theInterviewedSideReportsWithoutWaitingForTheBulletinWithoutWhichNothingIsFollowedUp() {
        var interview = demanded();

        complete(task("userTask_submitInterviewRectification", interview));

        assertThat(interview).isWaitingAtExactly("userTask_reportToPartyAndGovernment", "gateway_readyForFollowUp");
        assertThat(managementService().createJobQuery().count()).isZero();

        complete(task("userTask_reportToPartyAndGovernment", interview));

        assertThat(interview).isWaitingAtExactly("userTask_followUpInterview");
    }

    @Test
    void theTermRunsOutWhileTheBulletinIsStillOwed() {
        var interview = demanded();

        fire("boundaryTimer_interviewRectificationDue", interview);

        assertThat(interview)
                .hasPassed("serviceTask_recordInterviewOverdue")
                .isWaitingAtExactly("userTask_reportToPartyAndGovernment", "gateway_readyForFollowUp");
        complete(task("userTask_reportToPartyAndGovernment", interview));
        assertThat(interview).isWaitingAtExactly("userTask_followUpInterview");
    }

    @Test
    void aRectificationHandedInIsFollowedUpAndFoundToBeDone() {
        var interview = held();

        complete(task("userTask_submitInterviewRectification", interview));

        assertThat(interview)
                .isWaitingAtExactly("userTask_followUpInterview")
                .hasNotPassed("serviceTask_recordInterviewOverdue");
        assertThat(offer(task(interview))).isEqualTo(Offer.to("supervision-office.330000"));
        assertThat(managementService().createJobQuery().count()).isZero();

        complete(task(interview), withVariables("interviewResolved", true));

        assertThat(interview)
                .isEnded()
                .hasPassed("endEvent_interviewResolved")
                .hasNotPassed("serviceTask_recordInterviewUnresolved");
    }

    @Test
    void theDeadlineTakesTheTaskFromTheGovernmentAndTheFollowUpBegins() {
        var interview = held();
        assertThat(due("boundaryTimer_interviewRectificationDue", interview)).isEqualTo(DUE);

        fire("boundaryTimer_interviewRectificationDue", interview);

        assertThat(interview)
                .hasPassed("serviceTask_recordInterviewOverdue")
                .isWaitingAtExactly("userTask_followUpInterview");
        assertThat(task("userTask_submitInterviewRectification", interview)).isNull();
    }

    @Test
    void anUnresolvedInterviewIsRecorded() {
        var interview = held();
        complete(task("userTask_submitInterviewRectification", interview));

        complete(task("userTask_followUpInterview", interview), withVariables("interviewResolved", false));

        assertThat(interview)
                .isEnded()
                .hasPassedInOrder("serviceTask_recordInterviewUnresolved", "endEvent_interviewUnresolved")
                .hasNotPassed("endEvent_interviewResolved");
    }

    @Test
    void anInterviewWhoseGroundHasGoneIsEndedWhereverItStands() {
        var early = propose();
        runtimeService()
                .createMessageCorrelation("interviewEnded")
                .processInstanceId(early.getId())
                .correlate();
        assertThat(early).isEnded().hasPassed("endEvent_interviewEnded");

        var late = held();
        runtimeService()
                .createMessageCorrelation("interviewEnded")
                .processInstanceId(late.getId())
                .correlate();
        assertThat(late).isEnded().hasPassed("endEvent_interviewEnded").hasNotPassed("userTask_followUpInterview");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    private static ProcessInstance propose() {
        return runtimeService().startProcessInstanceByMessage("interviewProposed", CASE_ID, PROPOSAL);
    }

    private static ProcessInstance held() {
        var interview = demanded();
        complete(task("userTask_reportToPartyAndGovernment", interview));
        return interview;
    }

    private static ProcessInstance demanded() {
        var interview = propose();
        complete(task(interview), withVariables("interviewApproved", true));
        complete(task("userTask_notifyInterviewee", interview));
        complete(task("userTask_holdInterview", interview));
        return interview;
    }
}
