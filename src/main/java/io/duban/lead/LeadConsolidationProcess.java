package io.duban.lead;

import io.duban.calendar.WorkingDays;
import io.duban.engine.SystemCalls;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the outside tells lead-consolidation.bpmn: a period has begun. */
@Component
class LeadConsolidationProcess {

    private static final String PROCESS = "leadConsolidation";

    private final RuntimeService runtimeService;
    private final SystemCalls system;

    LeadConsolidationProcess(RuntimeService runtimeService, SystemCalls system) {
        this.runtimeService = runtimeService;
        this.system = system;
    }

    void periodOpened(Consolidation period) {
        Date end = Date.from(
                period.end().plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant());
        system.run(() -> runtimeService.startProcessInstanceByKey(
                PROCESS,
                period.id(),
                Map.of(
                        LeadHandlingVariables.CASE_ID.name(), period.id(),
                        LeadHandlingVariables.RECEIVING_UNIT.name(), period.receivingUnit(),
                        LeadHandlingVariables.DISTRICT_UNIT.name(), period.receivingUnit(),
                        NoticeVariables.PERIOD_END.name(), end)));
    }
}
