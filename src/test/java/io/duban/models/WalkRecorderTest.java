package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A recorder that overlooked something would make every other test of this package worthless. */
class WalkRecorderTest {

    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess("walk")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent("start")
            .exclusiveGateway("choice")
            .sequenceFlowId("flow_left")
            .condition("left", "${left}")
            .endEvent("end_left")
            .moveToNode("choice")
            .sequenceFlowId("flow_right")
            .condition("right", "${!left}")
            .eventBasedGateway()
            .id("wait")
            .sequenceFlowId("flow_timer")
            .intermediateCatchEvent("timer")
            .timerWithDuration("PT1H")
            .sequenceFlowId("flow_fired")
            .endEvent("end_timer")
            .moveToNode("wait")
            .sequenceFlowId("flow_message")
            .intermediateCatchEvent("message")
            .message("message")
            .sequenceFlowId("flow_received")
            .endEvent("end_message")
            .done();

    private static final WalkRecorder RECORDER = new WalkRecorder();

    private static final ProcessEngine ENGINE = PlayedModel.engine(RECORDER);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void theFlowsAndNodesOfABranchNobodyTookAreNamed() {
        var definition = deploy();

        start(definition, true);

        assertThat(RECORDER.missing(definition, MODEL))
                .containsExactly(
                        "end_message",
                        "end_timer",
                        "flow_fired",
                        "flow_message",
                        "flow_received",
                        "flow_right",
                        "flow_timer",
                        "message",
                        "timer",
                        "wait");
    }

    @Test
    void ofAnEventBasedGatewayOnlyTheEventThatOccurredIsWalked() {
        var definition = deploy();
        start(definition, true);

        start(definition, false);
        ENGINE.getRuntimeService().correlateMessage("message");

        assertThat(RECORDER.missing(definition, MODEL))
                .containsExactly("end_timer", "flow_fired", "flow_timer", "timer");
    }

    @Test
    void aFlowBetweenTwoWalkedNodesIsMissedWhenAnotherWayWasTaken() {
        var model = MODEL.clone();
        model.<org.camunda.bpm.model.bpmn.instance.ExclusiveGateway>getModelElementById("choice")
                .builder()
                .sequenceFlowId("flow_shortcut")
                .condition("never", "${false}")
                .connectTo("end_left");
        var definition = deploy(model);

        start(definition, true);

        assertThat(RECORDER.missing(definition, model))
                .contains("flow_shortcut")
                .doesNotContain("end_left");
    }

    @Test
    void nothingIsMissingWhenEverythingWasWalked() {
        var definition = deploy();

        start(definition, true);
        start(definition, false);
        ENGINE.getRuntimeService().correlateMessage("message");
        start(definition, false);
        ENGINE.getManagementService()
                .executeJob(ENGINE.getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getId());

        assertThat(RECORDER.missing(definition, MODEL)).isEmpty();
    }

    @Test
    void theWalksOfAnotherVersionDoNotCount() {
        start(deploy(), true);

        var next = deploy();

        assertThat(RECORDER.missing(next, MODEL)).containsAll(Set.of("start", "choice", "flow_left", "end_left"));
    }

    private String deploy() {
        return deploy(MODEL);
    }

    private String deploy(BpmnModelInstance model) {
        return ENGINE.getRepositoryService()
                .createDeployment()
                .addModelInstance("walk.bpmn", model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    private void start(String definition, boolean left) {
        ENGINE.getRuntimeService().startProcessInstanceById(definition, Map.of("left", left));
    }
}
