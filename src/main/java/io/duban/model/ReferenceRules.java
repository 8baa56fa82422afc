package io.duban.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What a model refers to exists: processes, tables, methods, messages, variables; and what Java names of it does too. */
final class ReferenceRules implements ModelCheck {

    private static final Map<String, Class<?>> TYPES =
            Map.of("string", String.class, "boolean", Boolean.class, "integer", Integer.class);

    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        Set<String> processes = ids(models, "process");
        for (ProcessFile file : models.processes()) {
            file.named("callActivity").forEach(call -> {
                refers(
                        file,
                        call,
                        "calledElement=" + call.getAttribute("calledElement"),
                        processes.contains(call.getAttribute("calledElement")),
                        processes,
                        faults);
                bound(file, call, "calledElementBinding", faults);
            });
            file.named("businessRuleTask").forEach(rule -> table(file, rule, models, known, faults));
            file.named("serviceTask").forEach(task -> service(file, task, known, faults));
            file.named("in", "out").forEach(mapping -> mapping(file, mapping, known, faults));
            events(file, faults);
        }
        names(models, known, faults);
    }

    private static void table(ProcessFile file, Element rule, ModelSet models, Known known, Faults faults) {
        String decision = ProcessFile.camunda(rule, "decisionRef");
        String result = ProcessFile.camunda(rule, "resultVariable");
        var table = models.tables().stream()
                .filter(each -> each.id().equals(decision))
                .findFirst();
        refers(
                file,
                rule,
                "decisionRef=" + decision,
                table.isPresent(),
                models.tables().stream().map(DecisionTable::id).toList(),
                faults);
        bound(file, rule, "decisionRefBinding", faults);
        Class<?> type = known.variables().get(result);
        if (type == null) {
            faults.add(Rule.VARIABLE_DECLARED, file.name(), rule, "resultVariable=" + result);
        }
        if (!"singleEntry".equals(ProcessFile.camunda(rule, "mapDecisionResult"))) {
            faults.add(
                    Rule.TABLE_COLUMNS,
                    file.name(),
                    rule,
                    "mapDecisionResult=" + ProcessFile.camunda(rule, "mapDecisionResult"),
                    List.of("singleEntry"));
        }
        table.filter(each -> each.outputs().size() == 1 && type != null)
                .map(each -> each.outputs().get(0))
                .filter(output -> !Objects.equals(TYPES.get(output.type()), type))
                .ifPresent(output -> faults.add(
                        Rule.VARIABLE_TYPE,
                        table.get().file(),
                        output.element(),
                        output.name() + ": " + output.type()));
    }

    private static void service(ProcessFile file, Element task, Known known, Faults faults) {
        String method = ProcessFile.camunda(task, "delegateExpression");
        String bean = method.replaceAll("^[$#]\\{|}$", "").strip();
        if (!known.serviceTasks().contains(bean)) {
            faults.add(Rule.SERVICE, file.name(), task, "delegateExpression=" + method);
        }
    }

    private static void mapping(ProcessFile file, Element mapping, Known known, Faults faults) {
        for (String end : List.of("source", "target")) {
            String variable = mapping.getAttribute(end);
            if (mapping.hasAttribute(end) && !known.variables().containsKey(variable)) {
                faults.add(Rule.VARIABLE_DECLARED, file.name(), mapping, end + "=" + variable);
            }
        }
        Class<?> from = known.variables().get(mapping.getAttribute("source"));
        Class<?> to = known.variables().get(mapping.getAttribute("target"));
        if (from != null && to != null && from != to) {
            faults.add(
                    Rule.VARIABLE_TYPE,
                    file.name(),
                    mapping,
                    mapping.getAttribute("source") + " → " + mapping.getAttribute("target"));
        }
        if (!mapping.hasAttribute("businessKey")
                && !(mapping.hasAttribute("source") && mapping.hasAttribute("target"))) {
            faults.add(Rule.VARIABLE_DECLARED, file.name(), mapping, mapping.getLocalName());
        }
    }

    private static void events(ProcessFile file, Faults faults) {
        Map<String, String> references = Map.of(
                "messageRef", "message", "errorRef", "error", "escalationRef", "escalation", "signalRef", "signal");
        references.forEach((attribute, kind) -> {
            Set<String> there =
                    file.named(kind).map(each -> each.getAttribute("id")).collect(Collectors.toSet());
            file.elements()
                    .filter(each ->
                            each.hasAttribute(attribute) || (kind + "EventDefinition").equals(each.getLocalName()))
                    .forEach(each -> refers(
                            file,
                            each,
                            attribute + "=" + each.getAttribute(attribute),
                            there.contains(each.getAttribute(attribute)),
                            there,
                            faults));
        });
    }

    private static void names(ModelSet models, Known known, Faults faults) {
        Set<String> messages = models.processes().stream()
                .flatMap(file -> file.named("message"))
                .map(each -> each.getAttribute("name"))
                .collect(Collectors.toSet());
        Set<String> used = models.processes().stream()
                .flatMap(file -> file.named("messageEventDefinition", "receiveTask")
                        .map(each -> each.getAttribute("messageRef"))
                        .flatMap(ref -> file.named("message").filter(each -> ref.equals(each.getAttribute("id")))))
                .map(each -> each.getAttribute("name"))
                .collect(Collectors.toSet());
        missing(known.names().processes(), ids(models, "process"), "process ", faults);
        missing(known.names().messages(), used, "message ", faults);
        missing(known.names().elements(), all(models), "", faults);
        for (ProcessFile file : models.processes()) {
            file.named("message")
                    .filter(each -> !known.names().messages().contains(each.getAttribute("name")))
                    .forEach(each -> faults.add(
                            Rule.MESSAGE_KNOWN,
                            file.name(),
                            each,
                            each.getAttribute("name"),
                            known.names().messages().stream()
                                    .filter(name -> !messages.contains(name))
                                    .toList()));
        }
    }

    private static void missing(Set<String> named, Set<String> there, String kind, Faults faults) {
        named.stream()
                .filter(each -> !there.contains(each))
                .forEach(each -> faults.add(Rule.NAMED_IN_JAVA, "bpmn", each, "", kind + each, ""));
    }

    private static Set<String> all(ModelSet models) {
        return models.processes().stream()
                .flatMap(file -> file.nodes().stream())
                .map(each -> each.getAttribute("id"))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(ModelSet models, String kind) {
        return models.processes().stream()
                .flatMap(file -> file.named(kind))
                .map(each -> each.getAttribute("id"))
                .collect(Collectors.toSet());
    }

    private static void refers(
            ProcessFile file, Element element, String text, boolean there, Iterable<String> allowed, Faults faults) {
        if (!there) {
            faults.add(Rule.REFERENCE, file.name(), element, text, allowed);
        }
    }

    private static void bound(ProcessFile file, Element element, String attribute, Faults faults) {
        String binding = ProcessFile.camunda(element, attribute);
        if (!"deployment".equals(binding)) {
            faults.add(Rule.BINDING, file.name(), element, attribute + "=" + binding);
        }
    }
}
