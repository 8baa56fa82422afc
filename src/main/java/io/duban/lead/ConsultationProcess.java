package io.duban.lead;

import io.duban.calendar.WorkingDays;
import io.duban.engine.SystemCalls;
import io.duban.lead.ConsultationRepository.Consultation;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the outside tells consultation.bpmn: a month has begun. */
@Component
class ConsultationProcess {

    private static final String PROCESS = "consultation";

    private final RuntimeService runtimeService;
    private final SystemCalls system;

    ConsultationProcess(RuntimeService runtimeService, SystemCalls system) {
        this.runtimeService = runtimeService;
        this.system = system;
    }

    void monthOpened(Consultation month) {
        Date end =
                Date.from(month.end().plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant());
        system.run(() -> runtimeService.startProcessInstanceByKey(
                PROCESS,
                month.id(),
                Map.of(
                        LeadHandlingVariables.CASE_ID.name(), month.id(),
                        NoticeVariables.UNIT.name(), month.unit(),
                        LeadHandlingVariables.DISTRICT_UNIT.name(), month.unit(),
                        NoticeVariables.PERIOD_END.name(), end)));
    }
}
