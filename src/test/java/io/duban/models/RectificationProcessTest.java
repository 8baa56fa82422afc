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

class RectificationProcessTest {

    private static final Date REMINDER = evening("2030-06-06");

    private static final Date DUE = evening("2030-06-07");

    private static final Date SECOND_REMINDER = evening("2030-07-04");

    private static final Date SECOND_DUE = evening("2030-07-05");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("rectification");

    @BeforeEach
    void theDeadlinesOfTheTwoRounds() {
        sets("openRectification", Map.of("rectificationReminder", REMINDER, "rectificationDue", DUE));
        sets("returnRectification", Map.of("rectificationReminder", SECOND_REMINDER, "rectificationDue", SECOND_DUE));
    }

    @Test
    void theRectifierPlansAndRectifiesByTheDeadlineOfTheProblem() {
        var rectification = start();

        assertThat(rectification)
                .hasPassed("serviceTask_openRectification")
                .isWaitingAtExactly("subProcess_rectify", "userTask_planRectification");
        assertThat(offer(task("userTask_planRectification", rectification)))
                .isEqualTo(Offer.to("rectifier.330106").until(DUE));

        complete(task("userTask_planRectification", rectification));

        assertThat(rectification).isWaitingAtExactly("subProcess_rectify", "userTask_rectify");
        assertThat(offer(task("userTask_rectify", rectification)))
                .isEqualTo(Offer.to("rectifier.330106").until(DUE));
    }

    @Test
    void aRectifiedProblemIsVerifiedByTheDistrictAndSignedOff() {
        var rectification = rectified();

        assertThat(rectification)
                .hasPassed("endEvent_signOffRequested")
                .isWaitingAtExactly("userTask_verifyRectification");
        assertThat(offer(task("userTask_verifyRectification", rectification)))
                .isEqualTo(Offer.to("supervision-office.330106"));
        assertThat(managementService().createJobQuery().count()).isZero();

        complete(task("userTask_verifyRectification", rectification), withVariables("verified", true));

        assertThat(rectification).isWaitingAtExactly("userTask_signOffProblem");
        assertThat(offer(task("userTask_signOffProblem", rectification)))
                .isEqualTo(Offer.to("supervision-office.330100"));

        complete(task("userTask_signOffProblem", rectification), withVariables("signedOff", true));

        assertThat(rectification)
                .isEnded()
                .hasPassed("endEvent_problemSignedOff")
                .hasNotPassed("serviceTask_returnRectification");
    }

    @Test
    void aProblemThatFailsVerificationIsRectifiedAgainWithinANewDeadline() {
        var rectification = rectified();

        complete(task("userTask_verifyRectification", rectification), withVariables("verified", false));

        assertThat(rectification).hasNotPassed("userTask_signOffProblem");
        assertThatTheSecondRoundRuns(rectification);
    }

    @Test
    void aProblemThatIsNotSignedOffIsRectifiedAgainWithinANewDeadline() {
        var rectification = rectified();
        complete(task("userTask_verifyRectification", rectification), withVariables("verified", true));

        complete(task("userTask_signOffProblem", rectification), withVariables("signedOff", false));

        assertThat(rectification).hasNotPassed("endEvent_problemSignedOff");
        assertThatTheSecondRoundRuns(rectification);
    }

    @Test
    void theReminderLeavesTheRectificationRunning() {
        var rectification = start();
        assertThat(due("boundaryTimer_rectificationReminder", rectification)).isEqualTo(REMINDER);

        fire("boundaryTimer_rectificationReminder", rectification);

        assertThat(rectification)
                .hasPassedInOrder("serviceTask_remindRectification", "endEvent_rectificationReminded")
                .isWaitingAtExactly("subProcess_rectify", "userTask_planRectification");
        assertThat(due("boundaryTimer_rectificationDue", rectification)).isEqualTo(DUE);
    }

    @Test
    void anOverdueRectificationIsMarkedAndStillGoesOn() {
        var rectification = start();
        complete(task("userTask_planRectification", rectification));
        assertThat(due("boundaryTimer_rectificationDue", rectification)).isEqualTo(DUE);

        fire("boundaryTimer_rectificationDue", rectification);

        assertThat(rectification)
                .hasPassedInOrder("serviceTask_markRectificationOverdue", "endEvent_rectificationOverdue")
                .isWaitingAtExactly("subProcess_rectify", "userTask_rectify");
        complete(task("userTask_rectify", rectification));
        assertThat(rectification).isWaitingAtExactly("userTask_verifyRectification");
    }

    private static void assertThatTheSecondRoundRuns(ProcessInstance rectification) {
        assertThat(rectification)
                .hasPassed("serviceTask_returnRectification")
                .isWaitingAtExactly("subProcess_rectify", "userTask_planRectification");
        assertThat(offer(task("userTask_planRectification", rectification)))
                .isEqualTo(Offer.to("rectifier.330106").until(SECOND_DUE));
        assertThat(due("boundaryTimer_rectificationReminder", rectification)).isEqualTo(SECOND_REMINDER);
        assertThat(due("boundaryTimer_rectificationDue", rectification)).isEqualTo(SECOND_DUE);
    }

    private static ProcessInstance start() {
        return MODEL.start(Map.of(
                "caseId", CASE_ID,
                "problemId", "problem-1",
                "issuerUnit", "330000",
                "addresseeUnit", "330100",
                "accusedUnit", "330106",
                "districtUnit", "330106",
                "orderNumber", "2030-1",
                "rectifierGroup", "rectifier.330106",
                "signOffGroup", "supervision-office.330100"));
    }

    private static ProcessInstance rectified() {
        var rectification = start();
        complete(task("userTask_planRectification", rectification));
        complete(task("userTask_rectify", rectification));
        return rectification;
    }
}
