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
 * When a timer or a task is due: as the register of deadlines says, and where the date is no term of it, as the case's own
 * variable says (到期时点). The engine's columns hold a time of day without a zone and so say something else under another
 * zone; its variables hold an instant.
 */
final class TimerDue {

    private static final Pattern VARIABLE = Pattern.compile("\\s*\\$\\{\\s*(\\w+)\\s*}\\s*");
    private static final String CASE = "caseId";
    private static final String PART = "problemId";

    private TimerDue() {}

    /** The variable a timer reads; empty for one that waits for no date of its case. */
    static Optional<String> variableOf(ExecutionEntity execution, String timer) {
        var model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(execution.getProcessDefinitionId());
        var event = model.getModelElementById(timer);
        return event == null
                ? Optional.empty()
                : event.getChildElementsByType(TimerEventDefinition.class).stream()
                        .filter(each -> each.getTimeDate() != null)
                        .findFirst()
                        .flatMap(each -> variable(each.getTimeDate().getTextContent()));
    }

    /** The variable such an expression names. */
    static Optional<String> variable(@Nullable String expression) {
        Matcher named = VARIABLE.matcher(expression == null ? "" : expression);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /** The instant this variable stands for in the case. */
    static Optional<Instant> of(ExecutionEntity execution, String variable, TermRegister register) {
        Object caseId = execution.getVariable(CASE);
        Object part = execution.getVariable(PART);
        return Optional.ofNullable(caseId)
                .flatMap(id -> register.at(id.toString(), part == null ? null : part.toString(), variable))
                .or(() -> execution.getVariable(variable) instanceof Date date
                        ? Optional.of(date.toInstant())
                        : Optional.empty());
    }
}
