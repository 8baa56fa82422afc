package io.duban.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** The engine's history without the counters of its own loops, which say nothing of a case and are written at every turn. */
final class HistoryWithoutCounters extends DbHistoryEventHandler {

    private static final Set<String> COUNTERS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable
                && COUNTERS.contains(variable.getVariableName())) {
            return;
        }
        super.handleEvent(event);
    }
}
