package io.duban.models;

import static io.duban.models.PlayedModel.CASE_ID;
import static io.duban.models.PlayedModel.called;
import static io.duban.models.PlayedModel.evening;
import static io.duban.models.PlayedModel.offer;
import static io.duban.models.PlayedModel.sets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadHandlingProcessTest {

    private static final java.util.Date ACCEPT = evening("2030-05-16");
    private static final java.util.Date LIMIT = evening("2030-07-01");

    @RegisterExtension
    static final PlayedModel MODEL =
            PlayedModel.of("lead-handling", "triage-lead").calling("leadVerification");

    @BeforeEach
    void limits() {
        sets("acceptLead", Map.of("concludeDue", LIMIT, "concludeReminder", evening("2030-06-28")));
    }

    @Test
    void aReportOutsideTheScopeIsDeclinedWithinFifteenDays() {
        var lead = triaged(false, false, true, true);

        assertThat(lead).hasBusinessKey(CASE_ID).isWaitingAtExactly("userTask_declineLead");
        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("petition-office.330000").until(ACCEPT));
        complete(task(lead));
        assertThat(lead).isEnded().hasPassed("endEvent_leadDeclined");
    }

    @Test
    void aRepeatedReportIsMergedEvenWhenItIsNamed() {
        assertThat(triaged(true, true, true, true)).isEnded().hasPassed("serviceTask_mergeLead", "endEvent_leadMerged");
    }

    @Test
    void aVagueAnonymousReportIsKept() {
        assertThat(triaged(true, false, false, false)).isEnded().hasPassed("serviceTask_keepLead", "endEvent_leadKept");
    }

    @Test
    void aNamedReportIsAlwaysAcceptedHoweverVague() {
        assertThat(triaged(true, false, true, false)).isWaitingAt("callActivity_verifyLead");
    }

    @Test
    void anUnfoundedLeadEndsWithTheReply() {
        var lead = verified("UNFOUNDED");

        assertThat(offer(task(lead)))
                .isEqualTo(Offer.to("petition-office.330000").until(LIMIT));
        complete(task("userTask_replyReporter", lead));

        assertThat(lead).isEnded().hasPassed("endEvent_leadUnfounded").hasNotPassed("serviceTask_suggestInstrument");
    }

    @Test
    void aFoundedLeadThatNeedsNoMoreWaitsForItsConsolidation() {
        sets("suggestInstrument", Map.of("instrumentNeeded", false));
        var lead = verified("PARTLY");

        complete(task("userTask_replyReporter", lead));

        assertThat(lead).isEnded().hasPassed("endEvent_leadConsolidated").hasNotPassed("userTask_chooseInstrument");
    }

    @Test
    void theOfficeMayDecideAgainstAnOrderOfItsOwn() {
        var lead = weighty();

        assertThat(offer(task(lead))).isEqualTo(Offer.to("supervision-office.330000"));
        complete(task("userTask_chooseInstrument", lead), withVariables("orderChosen", false));

        assertThat(lead).isEnded().hasPassed("endEvent_leadConsolidated").hasNotPassed("serviceTask_draftOrder");
    }

    @Test
    void aChosenOrderIsDrafted() {
        var lead = weighty();

        complete(task("userTask_chooseInstrument", lead), withVariables("orderChosen", true));

        assertThat(lead).isEnded().hasPassed("serviceTask_draftOrder", "endEvent_leadPromoted");
    }

    private static ProcessInstance weighty() {
        sets("suggestInstrument", Map.of("instrumentNeeded", true));
        var lead = verified("VALID");
        complete(task("userTask_replyReporter", lead));
        assertThat(lead).isWaitingAt("userTask_chooseInstrument");
        return lead;
    }

    private static ProcessInstance verified(String conclusion) {
        var lead = triaged(true, false, false, true);
        var verification = called("leadVerification", lead).get(0);
        complete(task("userTask_leadVerification", verification), withVariables("conclusion", conclusion));
        assertThat(lead)
                .hasPassedInOrder("serviceTask_acceptLead", "serviceTask_directLead", "callActivity_verifyLead")
                .isWaitingAt("userTask_replyReporter");
        return lead;
    }

    private static ProcessInstance triaged(boolean inScope, boolean duplicate, boolean named, boolean concrete) {
        var start = new HashMap<String, Object>(
                Map.of("caseId", CASE_ID, "receivingUnit", "330000", "districtUnit", "330106", "acceptDue", ACCEPT));
        start.putAll(Map.of("inScope", inScope, "duplicate", duplicate, "named", named, "concrete", concrete));
        return MODEL.start(start);
    }
}
