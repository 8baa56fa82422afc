package io.duban.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision tables (DMN) under {@code bpmn/}; the newest deployed version answers, whoever asks. */
@Component
public class Decisions {

    private final DecisionService decisionService;
    private final SystemCalls system;

    Decisions(DecisionService decisionService, SystemCalls system) {
        this.decisionService = decisionService;
        this.system = system;
    }

    /**
     * Evaluates one table.
     *
     * @param key the decision id, e.g. {@code dueDates}
     * @param inputs the input values by name
     * @return one map of output values for each rule that fired, in the order of the rules
     */
    public List<Map<String, Object>> ask(String key, Map<String, Object> inputs) {
        return system.call(() -> decisionService
                .evaluateDecisionTableByKey(key)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }
}
