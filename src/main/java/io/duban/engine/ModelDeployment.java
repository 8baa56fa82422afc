package io.duban.engine;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deploys the models: one deployment per process that nobody calls, together with what it binds (called processes,
 * decisions, forms), so that a running case keeps all of its own version. A bundle in which nothing changed is not
 * deployed again; all others become valid together or not at all.
 */
@Component
class ModelDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final RepositoryService repositoryService;
    private final OneCommand command;

    ModelDeployment(RepositoryService repositoryService, OneCommand command) {
        this.repositoryService = repositoryService;
        this.command = command;
    }

    /** Deploys what has changed in one transaction. */
    void deploy(Map<String, byte[]> files) {
        command.run(() -> bundles(files).forEach((root, names) -> deploy(root, names, files)));
    }

    private void deploy(String root, Set<String> names, Map<String, byte[]> files) {
        var deployment =
                repositoryService.createDeployment().name(root).source("duban").enableDuplicateFiltering(false);
        names.forEach(name -> deployment.addInputStream(name, new ByteArrayInputStream(files.get(name))));
        var deployed = deployment.deployWithResult();
        if (deployed.getDeployedProcessDefinitions() != null || deployed.getDeployedDecisionDefinitions() != null) {
            LOG.info("deployed {} with {} files", root, names.size());
        }
    }

    /** Root file to the names of all files its deployment holds. */
    static Map<String, Set<String>> bundles(Map<String, byte[]> files) {
        Map<String, Set<String>> references = new TreeMap<>();
        files.keySet().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .forEach(name -> references.put(name, references(name, files)));
        Set<String> called = new LinkedHashSet<>();
        references.values().forEach(called::addAll);
        Map<String, Set<String>> bundles = new LinkedHashMap<>();
        references.keySet().stream()
                .filter(name -> !called.contains(name))
                .forEach(root -> bundles.put(root, closure(root, references)));
        Set<String> bound = new LinkedHashSet<>();
        bundles.values().forEach(bound::addAll);
        files.keySet().stream()
                .filter(name -> name.endsWith(".dmn") && !bound.contains(name))
                .forEach(name -> bundles.put(name, Set.of(name)));
        return bundles;
    }

    private static Set<String> closure(String root, Map<String, Set<String>> references) {
        Set<String> all = new LinkedHashSet<>(Set.of(root));
        for (String each : references.getOrDefault(root, Set.of())) {
            all.addAll(closure(each, references));
        }
        return all;
    }

    private static Set<String> references(String name, Map<String, byte[]> files) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(files.get(name)));
        Set<String> names = new LinkedHashSet<>();
        model.getModelElementsByType(CallActivity.class)
                .forEach(call -> names.add(kebab(call.getCalledElement()) + ".bpmn"));
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(rule -> names.add(kebab(rule.getCamundaDecisionRef()) + ".dmn"));
        model.getModelElementsByType(FlowNode.class).forEach(node -> {
            String form = node.getAttributeValueNs(CAMUNDA, "formRef");
            if (form != null) {
                names.add(form + ".form");
            }
        });
        names.removeIf(each -> each.startsWith("null"));
        names.stream().filter(each -> !files.containsKey(each)).findFirst().ifPresent(missing -> {
            throw new IllegalStateException(
                    name + " refers to " + missing + ", which is in no place of models or forms");
        });
        return names;
    }

    /** {@code supervisionOrder} names the file {@code supervision-order}. */
    static String kebab(String id) {
        return id == null ? "null" : id.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
