package io.duban.lead;

import io.duban.engine.SystemCalls;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells lead-handling.bpmn: a lead has been triaged. */
@Component
class LeadHandlingProcess {

    private static final String PROCESS = "leadHandling";

    private final RuntimeService runtimeService;
    private final LeadHandlings handlings;
    private final SystemCalls system;

    LeadHandlingProcess(RuntimeService runtimeService, LeadHandlings handlings, SystemCalls system) {
        this.runtimeService = runtimeService;
        this.handlings = handlings;
        this.system = system;
    }

    @EventListener
    void leadTriaged(LeadTriaged triaged) {
        Lead lead = triaged.lead();
        Map<String, Object> start = new LinkedHashMap<>();
        start.put(LeadHandlingVariables.CASE_ID.name(), lead.leadRef());
        start.put(LeadHandlingVariables.RECEIVING_UNIT.name(), lead.receivingUnit());
        start.put(LeadHandlingVariables.DISTRICT_UNIT.name(), handlings.districtOf(lead));
        start.put(LeadHandlingVariables.IN_SCOPE.name(), lead.triage().inScope());
        start.put(LeadHandlingVariables.DUPLICATE.name(), lead.triage().duplicateOf() != null);
        start.put(LeadHandlingVariables.NAMED.name(), lead.named());
        start.put(LeadHandlingVariables.CONCRETE.name(), lead.triage().concrete());
        start.put(
                LeadHandlingVariables.ACCEPT_DUE.name(),
                Date.from(handlings.awaitAcceptance(lead).dueAt()));
        system.run(() -> runtimeService.startProcessInstanceByKey(PROCESS, lead.leadRef(), start));
    }
}
