package io.duban.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a BPMN file may consist of: named elements, named attributes, expressions of the grammar. All else is refused. */
final class BpmnRules {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Namespaces that only say how a model is drawn. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");

    private static final Set<String> ELEMENTS = words("""
            definitions process collaboration participant laneSet lane flowNodeRef category categoryValue group
            message error escalation signal documentation extensionElements textAnnotation text association
            startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent
            messageEventDefinition timerEventDefinition errorEventDefinition escalationEventDefinition
            signalEventDefinition terminateEventDefinition linkEventDefinition timeDate timeDuration timeCycle
            userTask serviceTask businessRuleTask receiveTask manualTask task callActivity subProcess
            exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway
            sequenceFlow incoming outgoing conditionExpression
            multiInstanceLoopCharacteristics loopCardinality completionCondition
            """);
    private static final Set<String> ATTRIBUTES = words("""
            id name targetNamespace exporter exporterVersion isExecutable isClosed processType processRef
            sourceRef targetRef attachedToRef cancelActivity isInterrupting triggeredByEvent default
            messageRef errorRef errorCode escalationRef escalationCode signalRef calledElement
            isSequential gatewayDirection eventGatewayType instantiate parallelMultiple textFormat
            associationDirection categoryValueRef value
            """);

    /** Priority and follow-up date of a task are not a model's to set: 审批催办 counts in them. */
    private static final Set<String> CAMUNDA_ATTRIBUTES = words("""
            historyTimeToLive versionTag isStartableInTasklist candidateGroups candidateUsers assignee
            dueDate formRef formRefBinding formRefVersion delegateExpression
            calledElementBinding calledElementVersionTag decisionRef decisionRefBinding decisionRefVersionTag
            mapDecisionResult resultVariable collection elementVariable asyncBefore asyncAfter exclusive
            """);

    /** Elements of Camunda that carry a value only; {@code property} is read by us, never by the engine. */
    private static final Set<String> OWN_ELEMENTS = words("failedJobRetryTimeCycle properties property");

    /** What an element may say of itself beside BPMN, and in which words. */
    private static final Map<String, Set<String>> PROPERTIES =
            Map.of("told", words("issuer side addressee subject sealed"));

    private static final Set<String> MAPPINGS = words("source target businessKey");

    private final String file;
    private final ExpressionGrammar grammar;
    private final Faults faults;

    BpmnRules(String file, ExpressionGrammar grammar, Faults faults) {
        this.file = file;
        this.grammar = grammar;
        this.faults = faults;
    }

    void check(List<Element> elements) {
        if (elements.isEmpty() || !"definitions".equals(elements.get(0).getLocalName())) {
            faults.add(Rule.CONTENT, file, "不是BPMN模型 not a BPMN model");
            return;
        }
        elements.forEach(this::check);
    }

    private void check(Element element) {
        String namespace = ModelXml.namespace(element);
        String name = element.getLocalName();
        boolean drawn = DRAWING.contains(namespace);
        boolean mapping = CAMUNDA.equals(namespace) && Set.of("in", "out").contains(name);
        boolean word = CAMUNDA.equals(namespace) && OWN_ELEMENTS.contains(name);
        if (!drawn && !mapping && !word && !(BPMN.equals(namespace) && ELEMENTS.contains(name))) {
            faults.add(Rule.CONTENT, file, element, name);
            return;
        }
        if (CAMUNDA.equals(namespace) && "property".equals(name) && !isKnown(element)) {
            faults.add(Rule.CONTENT, file, element, element.getAttribute("name") + "=" + element.getAttribute("value"));
            return;
        }
        for (Attr attribute : ModelXml.attributes(element)) {
            check(attribute, drawn, mapping);
        }
        if (!grammar.accepts(ModelXml.ownText(element))) {
            faults.add(Rule.CONTENT, file, element, ModelXml.ownText(element));
        }
    }

    private static boolean isKnown(Element property) {
        return PROPERTIES
                .getOrDefault(property.getAttribute("name"), Set.of())
                .contains(property.getAttribute("value"));
    }

    private void check(Attr attribute, boolean drawn, boolean mapping) {
        String namespace = ModelXml.namespace(attribute);
        String name = attribute.getLocalName();
        boolean known = switch (namespace) {
            case "" -> drawn || (mapping ? MAPPINGS : ATTRIBUTES).contains(name);
            case CAMUNDA -> CAMUNDA_ATTRIBUTES.contains(name);
            case XSI -> "type".equals(name) && attribute.getValue().endsWith("tFormalExpression");
            default -> DRAWING.contains(namespace);
        };
        if (!known) {
            faults.add(Rule.CONTENT, file, attribute.getOwnerElement(), name + "=" + attribute.getValue());
            return;
        }
        boolean fine = "delegateExpression".equals(name)
                ? grammar.isDelegate(attribute.getValue())
                : grammar.accepts(attribute.getValue());
        if (!fine) {
            faults.add(Rule.CONTENT, file, attribute.getOwnerElement(), name + "=" + attribute.getValue());
        }
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
