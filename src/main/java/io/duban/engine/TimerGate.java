package io.duban.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
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
 * A timer that comes before its time does nothing: it is set again for the date of its case, which for a term is the one in
 * the register, so that one that was moved there is not recorded as missed. Early are timers written
 * under another zone, moved by hand in Cockpit or fired there; what they would record cannot be taken back.
 */
final class TimerGate implements JobHandler<TimerJobConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(TimerGate.class);

    private final TimerEventJobHandler timer;
    private final TermRegister register;

    private TimerGate(TimerEventJobHandler timer, TermRegister register) {
        this.timer = timer;
        this.register = register;
    }

    /** In front of every timer of a running case. */
    @SuppressWarnings("rawtypes") // as the engine takes them
    static List<JobHandler> all(TermRegister register) {
        return new ArrayList<>(List.of(
                new TimerGate(new TimerExecuteNestedActivityJobHandler(), register),
                new TimerGate(new TimerCatchIntermediateEventJobHandler(), register),
                new TimerGate(new TimerStartEventSubprocessJobHandler(), register)));
    }

    @Override
    public String getType() {
        return timer.getType();
    }

    @Override
    public void execute(
            TimerJobConfiguration configuration, ExecutionEntity execution, CommandContext context, String tenant) {
        String event = context.getCurrentJob().getActivityId(); // what is configured may be the sub-process
        Optional<String> variable = TimerDue.variableOf(execution, event);
        Instant now = ClockUtil.getCurrentTime().toInstant();
        Optional<Instant> ahead =
                variable.flatMap(each -> TimerDue.of(execution, each, register)).filter(now::isBefore);
        if (ahead.isPresent()) {
            LOG.warn("timer {} of {} came early and is set again", event, execution.getProcessInstanceId());
            Date date = Date.from(ahead.get());
            if (!date.equals(execution.getVariable(variable.get()))) {
                execution.setVariable(variable.get(), date);
            }
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
