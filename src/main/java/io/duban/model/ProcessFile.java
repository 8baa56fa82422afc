package io.duban.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** One BPMN file as the rules look at it: nodes, flows and what they name. */
final class ProcessFile {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway");
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "manualTask",
            "task",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    private final String name;
    private final List<Element> elements;
    private final List<Element> nodes;
    private final Map<String, List<Element>> outgoing = new HashMap<>();
    private final Map<String, List<Element>> incoming = new HashMap<>();
    private final Map<String, List<Element>> border = new HashMap<>();

    ProcessFile(String name, List<Element> elements) {
        this.name = name;
        this.elements = elements.stream()
                .filter(each -> BPMN.equals(each.getNamespaceURI()) || CAMUNDA.equals(each.getNamespaceURI()))
                .toList();
        this.nodes = this.elements.stream()
                .filter(each -> NODES.contains(each.getLocalName()))
                .toList();
        named("boundaryEvent")
                .forEach(event -> border.computeIfAbsent(event.getAttribute("attachedToRef"), id -> new ArrayList<>())
                        .add(event));
        named("sequenceFlow").forEach(flow -> {
            outgoing.computeIfAbsent(flow.getAttribute("sourceRef"), id -> new ArrayList<>())
                    .add(flow);
            incoming.computeIfAbsent(flow.getAttribute("targetRef"), id -> new ArrayList<>())
                    .add(flow);
        });
    }

    String name() {
        return name;
    }

    Stream<Element> elements() {
        return elements.stream();
    }

    Stream<Element> named(String... kinds) {
        Set<String> wanted = Set.of(kinds);
        return elements.stream().filter(each -> wanted.contains(each.getLocalName()));
    }

    List<Element> nodes() {
        return nodes;
    }

    /** The events at the border of a node. */
    List<Element> atBorder(Element node) {
        return border.getOrDefault(node.getAttribute("id"), List.of());
    }

    List<Element> outgoing(Element node) {
        return outgoing.getOrDefault(node.getAttribute("id"), List.of());
    }

    List<Element> incoming(Element node) {
        return incoming.getOrDefault(node.getAttribute("id"), List.of());
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** The elements directly inside of another. */
    static List<Element> inside(Element element, String kind) {
        List<Element> found = new ArrayList<>();
        for (var each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child && kind.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }

    static boolean isEventSubProcess(Element node) {
        return "true".equals(node.getAttribute("triggeredByEvent"));
    }

    /** {@code supervisionOrder} names the file {@code supervision-order}. */
    static String kebab(String id) {
        return id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
