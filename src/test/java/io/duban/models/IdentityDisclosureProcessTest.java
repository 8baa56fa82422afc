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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentityDisclosureProcessTest {

    private static final Date DUE = evening("2030-05-10");
    private static final Date VIEW_UNTIL = evening("2030-05-09");
    private static final Map<String, Object> REQUEST =
            Map.of("caseId", CASE_ID, "custodianGroup", "petition-vault-officer.330000", "disclosureDue", DUE);

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("identity-disclosure");

    @BeforeEach
    void aViewEnds() {
        PlayedModel.sets("openView", Map.of("viewUntil", VIEW_UNTIL));
    }

    @Test
    void custodiansOfAnotherUnitDecideUntilTheDayTheRegisterSays() {
        var disclosure = MODEL.start(REQUEST);

        assertThat(disclosure).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_decideDisclosure");
        assertThat(offer(task(disclosure)))
                .isEqualTo(Offer.to("petition-vault-officer.330000").until(DUE));
        assertThat(due("boundaryTimer_disclosureDue", disclosure)).isEqualTo(DUE);
    }

    @Test
    void anApprovedDisclosureEndsWithTheOneView() {
        var disclosure = approved();

        assertThat(disclosure).isWaitingFor("identityViewed");
        runtimeService()
                .createMessageCorrelation("identityViewed")
                .processInstanceBusinessKey(CASE_ID)
                .correlate();

        assertThat(disclosure)
                .isEnded()
                .hasPassed("serviceTask_openView", "endEvent_identityViewed")
                .hasNotPassed("serviceTask_closeView", "serviceTask_refuseDisclosure");
        assertThat(managementService().createJobQuery().count()).isZero();
    }

    @Test
    void aViewThatIsNotTakenInTimeIsClosed() {
        var disclosure = approved();

        assertThat(due("intermediateTimer_viewWindowClosed", disclosure)).isEqualTo(VIEW_UNTIL);
        fire("intermediateTimer_viewWindowClosed", disclosure);

        assertThat(disclosure)
                .isEnded()
                .hasPassed("serviceTask_closeView", "endEvent_viewLapsed")
                .hasNotPassed("endEvent_identityViewed");
    }

    @Test
    void aRefusedDisclosureOpensNothing() {
        var disclosure = MODEL.start(REQUEST);

        complete(task(disclosure), withVariables("disclosureApproved", false));

        assertThat(disclosure)
                .isEnded()
                .hasPassed("serviceTask_refuseDisclosure", "endEvent_disclosureRefused")
                .hasNotPassed("serviceTask_openView");
    }

    @Test
    void anUndecidedRequestIsRefusedAndCanNoLongerBeDecided() {
        var disclosure = MODEL.start(REQUEST);

        fire("boundaryTimer_disclosureDue", disclosure);

        assertThat(disclosure)
                .isEnded()
                .hasPassed("serviceTask_refuseDisclosure", "endEvent_disclosureRefused")
                .hasNotPassed("serviceTask_openView", "gateway_disclosureApproved");
        assertThat(task("userTask_decideDisclosure", disclosure)).isNull();
    }

    private static ProcessInstance approved() {
        var disclosure = MODEL.start(REQUEST);
        complete(task(disclosure), withVariables("disclosureApproved", true));
        return disclosure;
    }
}
