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
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExtensionProcessTest {

    private static final Date DUE = evening("2030-05-10");

    private static final Map<String, Object> REQUEST = Map.of(
            "caseId", CASE_ID,
            "extensionId", "extension-1",
            "issuerUnit", "330000",
            "addresseeUnit", "330100",
            "districtUnit", "330106",
            "issuerGroup", "supervision-lead.330000",
            "extensionDue", DUE);

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("extension");

    @Test
    void whoIssuedTheOrderDecidesBeforeTheRunningDeadlineEnds() {
        var extension = MODEL.start(REQUEST);

        assertThat(extension).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_decideExtension");
        assertThat(offer(task(extension)))
                .isEqualTo(Offer.to("supervision-lead.330000").until(DUE));
        assertThat(due("boundaryTimer_extensionLapsed", extension)).isEqualTo(DUE);
    }

    @Test
    void aGrantedExtensionMovesTheDeadlineAndTheTimerIsGone() {
        var extension = MODEL.start(REQUEST);

        complete(task(extension), withVariables("granted", true));

        assertThat(extension)
                .isEnded()
                .hasPassed("serviceTask_grantExtension", "endEvent_extensionGranted")
                .hasNotPassed("serviceTask_refuseExtension");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void aRefusedExtensionKeepsTheDeadline() {
        var extension = MODEL.start(REQUEST);

        complete(task(extension), withVariables("granted", false));

        assertThat(extension)
                .isEnded()
                .hasPassed("serviceTask_refuseExtension", "endEvent_extensionRefused")
                .hasNotPassed("serviceTask_grantExtension");
    }

    @Test
    void anUndecidedRequestIsRefusedWhenTheDeadlineEndsAndCanNoLongerBeDecided() {
        var extension = MODEL.start(REQUEST);

        fire("boundaryTimer_extensionLapsed", extension);

        assertThat(extension)
                .isEnded()
                .hasPassed("boundaryTimer_extensionLapsed", "serviceTask_refuseExtension", "endEvent_extensionRefused")
                .hasNotPassed("serviceTask_grantExtension", "gateway_granted");
        assertThat(task("userTask_decideExtension", extension)).isNull();
    }
}
