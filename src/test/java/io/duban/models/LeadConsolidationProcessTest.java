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
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadConsolidationProcessTest {

    private static final Date END = evening("2030-05-15");

    @RegisterExtension
    static final PlayedModel MODEL = PlayedModel.of("lead-consolidation");

    @Test
    void aPeriodWaitsForItsEndAndOpensTheNextOneBeforeItGathers() {
        var period = opened();
        assertThat(period).isWaitingAtExactly("intermediateTimer_periodEnded");
        assertThat(due("intermediateTimer_periodEnded", period)).isEqualTo(END);

        sets("groupLeads", Map.of("anyLeads", false));
        fire("intermediateTimer_periodEnded", period);

        assertThat(period)
                .isEnded()
                .hasPassedInOrder("serviceTask_openNextPeriod", "serviceTask_groupLeads", "endEvent_noValidLeads");
    }

    @Test
    void theListIsReviewedTheNoticesDraftedAndSigned() {
        var period = gathered();

        assertThat(offer(task(period))).isEqualTo(Offer.to("petition-office.330000"));
        complete(task("userTask_reviewLeadList", period));
        assertThat(offer(task(period))).isEqualTo(Offer.to("supervision-office.330000"));
        complete(task("userTask_draftNotices", period));
        assertThat(offer(task(period))).isEqualTo(Offer.to("supervision-lead.330000"));
        complete(task("userTask_issueNotices", period), withVariables("issued", true));

        assertThat(period).isEnded().hasPassed("serviceTask_issueNotices", "endEvent_noticesIssued");
    }

    @Test
    void noticesThatAreNotSignedGoBack() {
        var period = gathered();
        complete(task("userTask_reviewLeadList", period));
        complete(task("userTask_draftNotices", period));

        complete(task("userTask_issueNotices", period), withVariables("issued", false));

        assertThat(period).isWaitingAtExactly("userTask_draftNotices").hasNotPassed("serviceTask_issueNotices");
    }

    private static ProcessInstance gathered() {
        sets("groupLeads", Map.of("anyLeads", true));
        var period = opened();
        fire("intermediateTimer_periodEnded", period);
        assertThat(period).isWaitingAtExactly("userTask_reviewLeadList");
        return period;
    }

    private static ProcessInstance opened() {
        return MODEL.start(
                Map.of("caseId", CASE_ID, "receivingUnit", "330000", "districtUnit", "330000", "periodEnd", END));
    }
}
