package io.duban.models;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Writes down which nodes and flows of a deployed model the engine has walked, and names those it has not. */
final class WalkRecorder extends AbstractBpmnParseListener {

    private final Map<String, Set<String>> walked = new ConcurrentHashMap<>();

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        definitions.forEach(this::listenWithin);
    }

    /** The ids of the nodes and flows of the model that no instance of this definition has reached, sorted. */
    Set<String> missing(String processDefinitionId, BpmnModelInstance model) {
        var reached = walked.getOrDefault(processDefinitionId, Set.of());
        var nodes = model.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .filter(node -> !reached.contains(node));
        var flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !reached.contains(evidence(flow)))
                .map(SequenceFlow::getId);
        return Stream.concat(nodes, flows).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The engine takes no flow behind an event-based gateway: the event it leads to, and nothing else, proves it. */
    private static String evidence(SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway ? flow.getTarget().getId() : flow.getId();
    }

    private void listenWithin(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, passing(activity.getId()));
            for (PvmTransition flow : activity.getOutgoingTransitions()) {
                ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, passing(flow.getId()));
            }
            listenWithin(activity);
        }
    }

    private ExecutionListener passing(String elementId) {
        return execution -> walked.computeIfAbsent(
                        execution.getProcessDefinitionId(), definition -> ConcurrentHashMap.newKeySet())
                .add(elementId);
    }
}
