package io.duban.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** One executable process or decision per file, named like it, and no id that means two things. */
final class IdRules implements ModelCheck {

    private static final Set<String> WITHOUT_ID = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "conditionExpression",
            "timeDate",
            "text",
            "in",
            "out");

    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        Map<String, String> owners = new HashMap<>();
        for (ProcessFile file : models.processes()) {
            process(file, owners, faults);
            unique(file.name(), file.elements().toList(), faults);
            nodes(file, owners, faults);
        }
        for (DecisionTable table : models.tables()) {
            if (!table.file().equals(ProcessFile.kebab(table.id()) + ".dmn")) {
                faults.add(Rule.ONE_PROCESS, table.file(), table.element(), table.id());
            }
            if (ProcessFile.camunda(table.element(), "historyTimeToLive").isBlank()
                    && table.element()
                            .getAttributeNS("http://camunda.org/schema/1.0/dmn", "historyTimeToLive")
                            .isBlank()) {
                faults.add(Rule.KEPT_HISTORY, table.file(), table.element(), "historyTimeToLive");
            }
            owned(table.file(), table.element(), owners, faults);
            unique(table.file(), ModelXml.below(table.element()), faults);
        }
        models.forms().forEach((file, form) -> {
            String id = form.path("id").asText("");
            if (!file.equals(id + ".form")) {
                faults.add(Rule.FORM_ID, file, id, "", id, file.replace(".form", ""));
            }
            new FormRules(file, faults).checkNew(form);
        });
    }

    private static void process(ProcessFile file, Map<String, String> owners, Faults faults) {
        List<Element> processes = file.named("process").toList();
        if (processes.size() != 1) {
            faults.add(Rule.ONE_PROCESS, file.name(), processes.size() + " × process");
        }
        for (Element process : processes) {
            String id = process.getAttribute("id");
            if (!file.name().equals(ProcessFile.kebab(id) + ".bpmn")) {
                faults.add(Rule.ONE_PROCESS, file.name(), process, id);
            }
            if (!"true".equals(process.getAttribute("isExecutable"))) {
                faults.add(
                        Rule.EXECUTABLE, file.name(), process, "isExecutable=" + process.getAttribute("isExecutable"));
            }
            if (ProcessFile.camunda(process, "historyTimeToLive").isBlank()) {
                faults.add(Rule.KEPT_HISTORY, file.name(), process, "historyTimeToLive");
            }
            owned(file.name(), process, owners, faults);
        }
    }

    private static void nodes(ProcessFile file, Map<String, String> owners, Faults faults) {
        file.elements()
                .filter(each -> !WITHOUT_ID.contains(each.getLocalName())
                        && "http://www.omg.org/spec/BPMN/20100524/MODEL".equals(each.getNamespaceURI())
                        && each.getAttribute("id").isBlank())
                .forEach(each -> faults.add(Rule.HAS_ID, file.name(), each, each.getLocalName()));
        file.named("userTask").forEach(task -> owned(file.name(), task, owners, faults));
        file.named("message").forEach(message -> {
            String name = "message " + message.getAttribute("name");
            if (owners.put(name, file.name()) != null) {
                faults.add(Rule.UNIQUE_ID, file.name(), message, message.getAttribute("name"));
            }
        });
    }

    private static void owned(String file, Element element, Map<String, String> owners, Faults faults) {
        String id = element.getAttribute("id");
        String other = owners.put(id, file);
        if (other != null) {
            faults.add(Rule.UNIQUE_ID, file, element, id + " (" + other + ")");
        }
    }

    private static void unique(String file, List<Element> elements, Faults faults) {
        Set<String> ids = new HashSet<>();
        for (Element each : elements) {
            String id = each.getAttribute("id");
            if (!id.isBlank() && !ids.add(id)) {
                faults.add(Rule.UNIQUE_ID, file, each, id);
            }
        }
    }
}
