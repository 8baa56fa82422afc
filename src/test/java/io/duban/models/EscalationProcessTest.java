package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.due;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.fire;
import static io.duban.models.PlayedModel.sets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EscalationProcessTest {

    private static final Date NEXT_WORKING_DAY = evening("2030-04-02");

    private static final Date DAY_AFTER = evening("2030-04-03");

    private static final Map<String, Object> TRIGGER =
            Map.of("caseId", CASE_ID, "issuerUnit", "330000", "districtUnit", "330106");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("escalation", "escalate-order");

    @Test
    void anOverdueOrderIsUrgedAndAssessedAgainOnTheNextWorkingDay() {
        assessed(Map.of("stillOverdue", true));

        var escalation = trigger();

        assertThat(escalation)
                .hasBusinessKey(CASE_ID)
                .hasPassed("serviceTask_sendReminder")
                .hasNotPassed("serviceTask_proposeInterview", "serviceTask_proposeAccountability")
                .isWaitingAtExactly("eventGateway_nextOccasion")
                .isWaitingFor("escalationInputsChanged");
        assertThat(due("intermediateTimer_nextWorkingDay", escalation)).isEqualTo(NEXT_WORKING_DAY);
    }

    @Test
    void theNextWorkingDayAssessesTheOrderWithFreshInputs() {
        assessed(Map.of("stillOverdue", true));
        var escalation = trigger();
        assessed(Map.of("stillOverdue", true, "remindersSent", 3, "nextWorkingDay", DAY_AFTER));

        fire("intermediateTimer_nextWorkingDay", escalation);

        assertThat(escalation)
                .hasPassed("intermediateTimer_nextWorkingDay", "serviceTask_proposeInterview")
                .hasNotPassed("intermediateMessage_escalationInputsChanged")
                .isWaitingAtExactly("eventGateway_nextOccasion");
        assertThat(due("intermediateTimer_nextWorkingDay", escalation)).isEqualTo(DAY_AFTER);
    }

    @Test
    void changedInputsDoNotWaitForTheNextWorkingDay() {
        assessed(Map.of("stillOverdue", true));
        var escalation = trigger();
        assessed(Map.of("stillOverdue", true, "bulletinCount", 3));

        runtimeService().correlateMessage("escalationInputsChanged", CASE_ID);

        assertThat(escalation)
                .hasPassed("intermediateMessage_escalationInputsChanged", "serviceTask_proposeAccountability")
                .hasNotPassed("intermediateTimer_nextWorkingDay")
                .isWaitingAtExactly("eventGateway_nextOccasion");
        assertThat(managementService().createJobQuery().count()).isOne();
    }

    @Test
    void anOrderNoLongerOverdueEndsTheEscalationWithoutMeasure() {
        assessed(Map.of("stillOverdue", true));
        var escalation = trigger();
        assessed(Map.of());

        runtimeService().correlateMessage("escalationInputsChanged", CASE_ID);

        assertThat(escalation).isEnded().hasPassed("endEvent_escalationEnded");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void anOpenInterviewHoldsBackFurtherMeasuresOfAnOrderInTime() {
        assessed(Map.of("interviewOpen", true, "falsified", true));

        var escalation = trigger();

        assertThat(escalation)
                .isEnded()
                .hasNotPassed(
                        "serviceTask_sendReminder", "serviceTask_proposeInterview", "serviceTask_proposeAccountability")
                .variables()
                .containsEntry("escalationStep", "NONE");
    }

    @Test
    void aFalsifiedReportLeadsToAnInterviewEvenWithoutDelay() {
        assessed(Map.of("falsified", true));

        var escalation = trigger();

        assertThat(escalation)
                .isEnded()
                .hasPassed("serviceTask_proposeInterview", "endEvent_escalationEnded")
                .hasNotPassed("serviceTask_proposeAccountability");
    }

    @Test
    void harmedPupilsLeadToAccountabilityEvenWithoutDelay() {
        assessed(Map.of("pupilInterestSevere", true));

        var escalation = trigger();

        assertThat(escalation)
                .isEnded()
                .hasPassed("serviceTask_proposeAccountability", "endEvent_escalationEnded")
                .hasNotPassed("serviceTask_proposeInterview");
    }

    private static ProcessInstance trigger() {
        return runtimeService().startProcessInstanceByMessage("escalationTriggered", CASE_ID, TRIGGER);
    }

    /** The next assessment finds nothing against the order except what is given. */
    private static void assessed(Map<String, Object> findings) {
        var inputs = new HashMap<String, Object>();
        for (var flag : List.of(
                "falsified",
                "weakRectification",
                "reportCountHigh",
                "lagging",
                "pupilInterestSevere",
                "badSocialImpact",
                "interviewOpen",
                "interviewUnresolved",
                "accountabilityOpen",
                "stillOverdue")) {
            inputs.put(flag, false);
        }
        for (var count : List.of("bulletinCount", "remindersSent", "remindersOfNewest")) {
            inputs.put(count, 0);
        }
        inputs.put("workingDaysSinceReminder", 3);
        inputs.put("nextWorkingDay", NEXT_WORKING_DAY);
        inputs.putAll(findings);
        sets("assessOrder", inputs);
    }
}
