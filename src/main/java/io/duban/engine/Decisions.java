package io.duban.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Asks the decision tables (DMN) under {@code bpmn/}. A case is answered by the version that was in force when it began,
 * as its model is: a table that changes is the rule for new cases, not for running ones.
 */
@Component
public class Decisions {

    private final DecisionService decisionService;
    private final RepositoryService repositoryService;
    private final HistoryService historyService;
    private final SystemCalls system;

    Decisions(
            DecisionService decisionService,
            RepositoryService repositoryService,
            HistoryService historyService,
            SystemCalls system) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.historyService = historyService;
        this.system = system;
    }

    /**
     * Evaluates one table.
     *
     * @param caseId the case for which is asked; one that has no process yet begins with the newest version
     * @param key the decision id, e.g. {@code dueDates}
     * @param inputs the input values by name
     * @return one map of output values for each rule that fired, in the order of the rules
     */
    public List<Map<String, Object>> ask(String caseId, String key, Map<String, Object> inputs) {
        return system.call(() -> decisionService
                .evaluateDecisionTableById(inForce(caseId, key))
                .variables(inputs)
                .evaluate()
                .getResultList());
    }

    /** The newest version deployed when the case began; before there was any, the first. */
    private String inForce(String caseId, String key) {
        List<DecisionDefinition> versions = repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list();
        if (versions.isEmpty()) {
            throw new IllegalStateException("there is no decision " + key);
        }
        Optional<Date> began = versions.size() == 1 ? Optional.empty() : began(caseId);
        return began.map(day -> versions.stream()
                        .filter(each -> !deployed(each).after(day))
                        .findFirst()
                        .orElse(versions.get(versions.size() - 1)))
                .orElse(versions.get(0))
                .getId();
    }

    /** A case may have several processes; it began with the first of them. */
    private Optional<Date> began(String caseId) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(HistoricProcessInstance::getStartTime)
                .findFirst();
    }

    private Date deployed(DecisionDefinition version) {
        return repositoryService
                .createDeploymentQuery()
                .deploymentId(version.getDeploymentId())
                .singleResult()
                .getDeploymentTime();
    }
}
