package io.duban.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The demand that a model be walked completely must itself be able to fail. */
class PlayedModelTest {

    @Test
    void aTestClassThatNeverRefusesARequestFailsAndReadsWhatItMissed() throws IOException {
        var model = PlayedModel.of("discontinuation");
        var context = mock(ExtensionContext.class);
        model.beforeAll(context);
        model.beforeEach(context);
        complete(task(model.start(Map.of("issuerGroup", "supervision-lead.330000"))), withVariables("granted", true));
        model.afterEach(context);

        assertThatThrownBy(() -> model.afterAll(context))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "discontinuation",
                        "endEvent_orderContinues",
                        "flow_refusalRecorded",
                        "flow_refused",
                        "serviceTask_refuseDiscontinuation")
                .hasMessageNotContaining("flow_agreed");
    }
}
