package io.duban.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** No case comes to a place from which it does not go on, and none is left out: every node is reached and leads to an end. */
final class FlowRules implements ModelCheck {

    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        models.processes().forEach(file -> new OfFile(file, faults).check());
    }

    /** The rules for one file. */
    private static final class OfFile {

        private final ProcessFile file;
        private final Faults faults;
        private final Map<String, Element> nodes = new HashMap<>();

        OfFile(ProcessFile file, Faults faults) {
            this.file = file;
            this.faults = faults;
            file.nodes().forEach(each -> nodes.put(each.getAttribute("id"), each));
        }

        void check() {
            file.named("sequenceFlow").forEach(this::ends);
            file.named("process", "subProcess").forEach(this::starts);
            file.nodes().forEach(this::node);
            unreached(reached(starting(), this::next), Rule.REACHABLE);
            unreached(reached(ending(), this::before), Rule.CAN_END);
        }

        private void ends(Element flow) {
            for (String end : List.of("sourceRef", "targetRef")) {
                Element node = nodes.get(flow.getAttribute(end));
                if (node == null || node.getParentNode() != flow.getParentNode()) {
                    faults.add(Rule.REFERENCE, file.name(), flow, end + "=" + flow.getAttribute(end));
                }
            }
        }

        private void starts(Element scope) {
            if (ProcessFile.inside(scope, "startEvent").isEmpty()) {
                faults.add(Rule.HAS_START, file.name(), scope, scope.getLocalName());
            }
        }

        private void node(Element node) {
            int out = file.outgoing(node).size();
            int in = file.incoming(node).size();
            String kind = node.getLocalName();
            boolean gateway = ProcessFile.GATEWAYS.contains(kind);
            if (out == 0 && !"endEvent".equals(kind) && !ProcessFile.isEventSubProcess(node)) {
                faults.add(Rule.DEAD_END, file.name(), node, kind);
            } else if (out > 0 && ("endEvent".equals(kind) || ProcessFile.isEventSubProcess(node))) {
                faults.add(Rule.DEAD_END, file.name(), node, kind + " → " + targets(node));
            }
            if (out > 1 && !gateway) {
                faults.add(Rule.SPLIT_BY_GATEWAY, file.name(), node, targets(node));
            }
            if (gateway && in <= 1 && out == 1) {
                faults.add(Rule.IDLE_GATEWAY, file.name(), node, kind);
            }
            if ("boundaryEvent".equals(kind) && !nodes.containsKey(node.getAttribute("attachedToRef"))) {
                faults.add(Rule.REFERENCE, file.name(), node, "attachedToRef=" + node.getAttribute("attachedToRef"));
            }
        }

        private String targets(Element node) {
            return file.outgoing(node).stream()
                    .map(each -> each.getAttribute("targetRef"))
                    .collect(Collectors.joining(", "));
        }

        private List<Element> starting() {
            return file.nodes().stream()
                    .filter(each -> "startEvent".equals(each.getLocalName()) || ProcessFile.isEventSubProcess(each))
                    .filter(each -> !(each.getParentNode() instanceof Element around
                                    && "subProcess".equals(around.getLocalName()))
                            || ProcessFile.isEventSubProcess((Element) each.getParentNode()))
                    .toList();
        }

        private List<Element> ending() {
            return file.nodes().stream()
                    .filter(each -> "endEvent".equals(each.getLocalName()) || ProcessFile.isEventSubProcess(each))
                    .toList();
        }

        /** Where a case may be after this node: along its flows, into it, at the events at its border. */
        private List<Element> next(Element node) {
            List<Element> next = file.outgoing(node).stream()
                    .map(each -> nodes.get(each.getAttribute("targetRef")))
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.toList());
            next.addAll(file.atBorder(node));
            next.addAll(ProcessFile.inside(node, "startEvent"));
            return next;
        }

        private List<Element> before(Element node) {
            List<Element> before = file.incoming(node).stream()
                    .map(each -> nodes.get(each.getAttribute("sourceRef")))
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.toList());
            before.addAll(ProcessFile.inside(node, "endEvent"));
            return before;
        }

        private static Set<Element> reached(List<Element> from, Function<Element, List<Element>> step) {
            Set<Element> reached = new HashSet<>(from);
            Deque<Element> open = new ArrayDeque<>(from);
            while (!open.isEmpty()) {
                for (Element each : step.apply(open.remove())) {
                    if (reached.add(each)) {
                        open.add(each);
                    }
                }
            }
            return reached;
        }

        private void unreached(Set<Element> reached, Rule rule) {
            for (Element node : file.nodes()) {
                Node around = node.getParentNode();
                boolean drawnTwice = nodes.get(node.getAttribute("id")) != node;
                if (!reached.contains(node) && !drawnTwice && around instanceof Element) {
                    faults.add(rule, file.name(), node, node.getLocalName());
                }
            }
        }
    }
}
