package io.duban.worklist;

import io.duban.casework.DirectStep;
import io.duban.casework.Told;
import io.duban.engine.SystemCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 环节: what the steps at which people type say of themselves, the tasks and start forms in their models (property {@code
 * told}), the others in their rooms. Each version of a model is read once.
 */
@Component
class CaseSteps {

    private static final String TOLD = "told";

    private final RepositoryService repositoryService;
    private final SystemCalls system;
    private final ObjectProvider<DirectStep> direct;
    private final Map<String, Map<String, Step>> read = new ConcurrentHashMap<>();

    CaseSteps(RepositoryService repositoryService, SystemCalls system, ObjectProvider<DirectStep> direct) {
        this.repositoryService = repositoryService;
        this.system = system;
        this.direct = direct;
    }

    /**
     * One step.
     *
     * @param told whom what is typed there is told; empty if it does not say
     */
    record Step(String label, Optional<Told> told) {}

    /** Whether what is typed into a task of this process version is kept with its case. */
    boolean isKept(String processDefinitionId, String step) {
        return Optional.ofNullable(of(processDefinitionId).get(step))
                .flatMap(Step::told)
                .filter(Told.SEALED::equals)
                .isEmpty();
    }

    /** All steps by their keys, as the newest models say. */
    Map<String, Step> now() {
        List<ProcessDefinition> newest = system.call(() ->
                repositoryService.createProcessDefinitionQuery().latestVersion().list());
        Map<String, Step> steps = new HashMap<>();
        newest.forEach(each -> steps.putAll(of(each.getId())));
        direct.stream().forEach(each -> steps.put(each.key(), new Step(each.label(), Optional.of(each.told()))));
        return steps;
    }

    private Map<String, Step> of(String processDefinitionId) {
        return read.computeIfAbsent(processDefinitionId, this::read);
    }

    private Map<String, Step> read(String processDefinitionId) {
        BpmnModelInstance model = system.call(() -> repositoryService.getBpmnModelInstance(processDefinitionId));
        Map<String, Step> steps = new HashMap<>();
        model.getModelElementsByType(UserTask.class).forEach(task -> steps.put(task.getId(), step(task)));
        model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .forEach(start ->
                        steps.put(processDefinitionId.substring(0, processDefinitionId.indexOf(':')), step(start)));
        return steps;
    }

    private static Step step(FlowNode node) {
        return new Step(node.getName() == null ? node.getId() : node.getName().replaceAll("\\s", ""), told(node));
    }

    private static Optional<Told> told(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return Optional.empty();
        }
        return node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(each -> each.getCamundaProperties().stream())
                .filter(each -> TOLD.equals(each.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .flatMap(Told::of);
    }
}
