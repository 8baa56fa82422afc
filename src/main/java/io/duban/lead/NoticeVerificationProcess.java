package io.duban.lead;

import static io.duban.lead.NoticeVariables.REPLY_DUE;

import io.duban.calendar.Deadline;
import io.duban.calendar.DeadlineKind;
import io.duban.calendar.DeadlineMoved;
import io.duban.engine.RunningDates;
import io.duban.engine.RunningDates.Running;
import io.duban.engine.SystemCalls;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the outside tells notice-verification.bpmn: a notice is out, its term has moved. */
@Component
class NoticeVerificationProcess {

    private static final String PROCESS = "noticeVerification";

    private final RuntimeService runtimeService;
    private final SystemCalls system;
    private final RunningDates dates;

    NoticeVerificationProcess(RuntimeService runtimeService, SystemCalls system, RunningDates dates) {
        this.runtimeService = runtimeService;
        this.system = system;
        this.dates = dates;
    }

    void noticeIssued(SupervisionNotice notice, Deadline due) {
        system.run(() -> runtimeService.startProcessInstanceByKey(
                PROCESS,
                notice.id(),
                Map.of(
                        LeadHandlingVariables.CASE_ID.name(), notice.id(),
                        LeadHandlingVariables.RECEIVING_UNIT.name(), notice.receivingUnit(),
                        LeadHandlingVariables.DISTRICT_UNIT.name(), notice.districtUnit(),
                        REPLY_DUE.name(), Date.from(due.dueAt()))));
    }

    @EventListener
    void deadlineMoved(DeadlineMoved moved) {
        Deadline due = moved.after();
        if (due.kind() == DeadlineKind.NOTICE_REPLY) {
            dates.move(
                    Running.of(PROCESS, due.caseId()),
                    Map.of(REPLY_DUE.name(), due.dueAt()),
                    Map.of("startEvent_noticeDue", REPLY_DUE.name()),
                    REPLY_DUE.name(),
                    List.of("userTask_receiveNotice", "userTask_verifyNotice", "userTask_reportNotice"));
        }
    }
}
