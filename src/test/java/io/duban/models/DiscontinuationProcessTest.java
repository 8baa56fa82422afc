package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DiscontinuationProcessTest {

    private static final Map<String, Object> REQUEST = Map.of(
            "caseId", CASE_ID,
            "discontinuationId", "discontinuation-1",
            "issuerUnit", "330000",
            "districtUnit", "330106",
            "issuerGroup", "supervision-lead.330000");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("discontinuation");

    @Test
    void whoIssuedTheOrderDecidesWhetherItIsDiscontinued() {
        var discontinuation = MODEL.start(REQUEST);

        assertThat(discontinuation).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_decideDiscontinuation");
        assertThat(offer(task(discontinuation))).isEqualTo(Offer.to("supervision-lead.330000"));
    }

    @Test
    void anAgreedRequestDiscontinuesTheOrder() {
        var discontinuation = MODEL.start(REQUEST);

        complete(task(discontinuation), withVariables("granted", true));

        assertThat(discontinuation)
                .isEnded()
                .hasPassed("serviceTask_discontinueOrder", "endEvent_orderDiscontinued")
                .hasNotPassed("serviceTask_refuseDiscontinuation");
    }

    @Test
    void aRefusedRequestLetsTheOrderContinue() {
        var discontinuation = MODEL.start(REQUEST);

        complete(task(discontinuation), withVariables("granted", false));

        assertThat(discontinuation)
                .isEnded()
                .hasPassed("serviceTask_refuseDiscontinuation", "endEvent_orderContinues")
                .hasNotPassed("serviceTask_discontinueOrder");
    }
}
