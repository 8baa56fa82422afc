package io.duban.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * When a timer or a task is due by the case's own date (到期时点). The engine's columns hold a time of day without a zone and
 * so say something else under another zone; its variables hold an instant, and move with the register of deadlines.
 */
final class TimerDue {

    private static final Pattern VARIABLE = Pattern.compile("\\s*\\$\\{\\s*(\\w+)\\s*}\\s*");

    private TimerDue() {}

    /** The instant a timer waits for; empty for one that waits for no date of its case. */
    static Optional<Instant> of(ExecutionEntity execution, String timer) {
        var model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(execution.getProcessDefinitionId());
        var event = model.getModelElementById(timer);
        return event == null
                ? Optional.empty()
                : event.getChildElementsByType(TimerEventDefinition.class).stream()
                        .filter(each -> each.getTimeDate() != null)
                        .findFirst()
                        .flatMap(each -> valueOf(execution, each.getTimeDate().getTextContent()));
    }

    /** The instant that a variable named in such an expression holds. */
    static Optional<Instant> valueOf(ExecutionEntity execution, @Nullable String expression) {
        Matcher named = VARIABLE.matcher(expression == null ? "" : expression);
        return named.matches() && execution.getVariable(named.group(1)) instanceof Date date
                ? Optional.of(date.toInstant())
                : Optional.empty();
    }
}
