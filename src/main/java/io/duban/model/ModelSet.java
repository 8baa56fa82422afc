package io.duban.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** All models, tables and forms that are to run together, read but not yet trusted. */
public final class ModelSet {

    private final List<ProcessFile> processes = new ArrayList<>();
    private final List<DecisionTable> tables = new ArrayList<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();

    ModelSet() {}

    /** Reads the files by name; what cannot be read or holds what no model may hold is a fault. */
    public static ModelSet read(Map<String, byte[]> files, ExpressionGrammar grammar, Faults faults) {
        ModelSet set = new ModelSet();
        files.forEach((name, content) -> set.read(name, content, grammar, faults));
        return set;
    }

    /** The faults of one file looked at alone: what it holds, not what it refers to. */
    public static List<Fault> contents(String name, byte[] content, ExpressionGrammar grammar) {
        Faults faults = new Faults();
        new ModelSet().read(name, content, grammar, faults);
        return faults.all();
    }

    /** What a new form must not hold beside, since something typed would be lost or shown wrong; another file has none. */
    public static List<Fault> newForm(String name, byte[] content) {
        Faults faults = new Faults();
        if (name.endsWith(".form")) {
            new FormRules(name, faults).checkNew(FormRules.read(content));
        }
        return faults.all();
    }

    void read(String name, byte[] content, ExpressionGrammar grammar, Faults faults) {
        if (!name.matches("[A-Za-z0-9._-]+\\.(bpmn|dmn|form)")) {
            faults.add(Rule.FILE_KIND, name, name);
            return;
        }
        try {
            if (name.endsWith(".form")) {
                JsonNode form = FormRules.read(content);
                new FormRules(name, faults).check(form);
                forms.put(name, form);
                return;
            }
            List<Element> elements = ModelXml.read(content);
            if (name.endsWith(".bpmn")) {
                new BpmnRules(name, grammar, faults).check(elements);
                processes.add(new ProcessFile(name, elements));
            } else {
                new DmnRules(name, faults).check(elements);
                tables.addAll(DecisionTable.of(name, elements));
            }
        } catch (UnreadableModel unreadable) {
            faults.add(Rule.READABLE, name, String.valueOf(unreadable.getMessage()));
        }
    }

    List<ProcessFile> processes() {
        return processes;
    }

    List<DecisionTable> tables() {
        return tables;
    }

    /** The forms by file name. */
    public Map<String, JsonNode> forms() {
        return forms;
    }
}
