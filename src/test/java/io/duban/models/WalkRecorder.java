package io.duban.models;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
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
        var missing = new TreeSet<String>();
        for (var kind : List.of(FlowNode.class, SequenceFlow.class)) {
            model.getModelElementsByType(kind).forEach(element -> missing.add(((FlowElement) element).getId()));
        }
        missing.removeAll(walked.getOrDefault(processDefinitionId, Set.of()));
        return missing;
    }

    private void listenWithin(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, passing(activity.getId()));
            for (PvmTransition flow : activity.getOutgoingTransitions()) {
                listenOn((TransitionImpl) flow, activity);
            }
            listenWithin(activity);
        }
    }

    /** The engine does not take the flows behind an event-based gateway: the event that occurs has walked its flow. */
    private void listenOn(TransitionImpl flow, ActivityImpl source) {
        if (source.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior) {
            ((ActivityImpl) flow.getDestination()).addListener(ExecutionListener.EVENTNAME_START, passing(flow.getId()));
        } else {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, passing(flow.getId()));
        }
    }

    private ExecutionListener passing(String elementId) {
        return execution -> walked.computeIfAbsent(
                        execution.getProcessDefinitionId(), definition -> ConcurrentHashMap.newKeySet())
                .add(elementId);
    }
}
