package io.duban.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer that comes before its time does nothing: it is set again for the date of its case. Early are timers written
 * under another zone, moved by hand in Cockpit or fired there; what they would record cannot be taken back.
 */
final class TimerGate implements JobHandler<TimerJobConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(TimerGate.class);

    private final TimerEventJobHandler timer;

    private TimerGate(TimerEventJobHandler timer) {
        this.timer = timer;
    }

    /** In front of every timer of a running case. */
    @SuppressWarnings("rawtypes") // as the engine takes them
    static List<JobHandler> all() {
        return new ArrayList<>(List.of(
                new TimerGate(new TimerExecuteNestedActivityJobHandler()),
                new TimerGate(new TimerCatchIntermediateEventJobHandler()),
                new TimerGate(new TimerStartEventSubprocessJobHandler())));
    }

    @Override
    public String getType() {
        return timer.getType();
    }

    @Override
    public void execute(
            TimerJobConfiguration configuration, ExecutionEntity execution, CommandContext context, String tenant) {
        String event = context.getCurrentJob().getActivityId(); // what is configured may be the sub-process
        Instant now = ClockUtil.getCurrentTime().toInstant();
        if (TimerDue.of(execution, event).filter(now::isBefore).isPresent()) {
            LOG.warn("timer {} of {} came early and is set again", event, execution.getProcessInstanceId());
            RunningDates.setAgain(execution, event);
        } else {
            timer.execute(configuration, execution, context, tenant);
        }
    }

    @Override
    public TimerJobConfiguration newConfiguration(String canonical) {
        return timer.newConfiguration(canonical);
    }

    @Override
    public void onDelete(TimerJobConfiguration configuration, JobEntity job) {
        timer.onDelete(configuration, job);
    }
}
