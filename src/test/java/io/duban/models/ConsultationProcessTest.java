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
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsultationProcessTest {

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("consultation");

    @Test
    void atTheEndOfTheMonthTheLeadsAreCountedAndTheOfficeConfers() {
        var end = evening("2030-05-31");
        var term = evening("2030-06-07");
        sets("summariseLeads", Map.of("consultationDue", term));
        var month =
                MODEL.start(Map.of("caseId", CASE_ID, "unit", "330106", "districtUnit", "330106", "periodEnd", end));
        assertThat(due("intermediateTimer_monthEnded", month)).isEqualTo(end);

        fire("intermediateTimer_monthEnded", month);

        assertThat(month).hasPassedInOrder("serviceTask_openNextMonth", "serviceTask_summariseLeads");
        assertThat(offer(task(month)))
                .isEqualTo(Offer.to("supervision-office.330106").until(term));
        complete(task("userTask_holdConsultation", month));
        assertThat(month).isEnded().hasPassed("serviceTask_recordConsultation", "endEvent_consulted");
    }
}
