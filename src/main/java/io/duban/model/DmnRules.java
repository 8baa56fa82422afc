package io.duban.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a decision table may consist of: tables in FEEL, without functions from outside and without expressions in JUEL. */
final class DmnRules {

    private static final Pattern DMN = Pattern.compile("https?://www\\.omg\\.org/spec/DMN/.*");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final String DRAWING = "http://www.omg.org/spec/DMN/20180521/D[CI]/";

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "description",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "inputEntry",
            "output",
            "outputValues",
            "outputEntry",
            "defaultOutputEntry",
            "rule",
            "annotationEntry",
            "text",
            "variable",
            "inputData",
            "informationRequirement",
            "requiredDecision",
            "requiredInput",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "DMNEdge",
            "DMNLabel",
            "Size",
            "Bounds",
            "waypoint");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "namespace",
            "exporter",
            "exporterVersion",
            "typeRef",
            "hitPolicy",
            "aggregation",
            "href",
            "dmnElementRef",
            "x",
            "y",
            "width",
            "height",
            "isCollapsed");
    private static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "width", "inputVariable", "annotationsWidth");
    private static final Pattern CODE = Pattern.compile("(?i)\\b(function|external|java|class|script)\\b|[$#]\\{");

    private final String file;
    private final Faults faults;

    DmnRules(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    void check(List<Element> elements) {
        if (elements.isEmpty() || !"definitions".equals(elements.get(0).getLocalName())) {
            faults.add(Rule.CONTENT, file, "不是DMN决策表 not a decision table");
            return;
        }
        for (Element element : elements) {
            String namespace = ModelXml.namespace(element);
            boolean ours = DMN.matcher(namespace).matches() || namespace.matches(DRAWING);
            if (!ours || !ELEMENTS.contains(element.getLocalName())) {
                faults.add(Rule.CONTENT, file, element, element.getLocalName());
            }
            ModelXml.attributes(element).forEach(this::check);
            if (CODE.matcher(ModelXml.ownText(element)).find()) {
                faults.add(Rule.CONTENT, file, element, ModelXml.ownText(element));
            }
        }
    }

    private void check(Attr attribute) {
        String namespace = ModelXml.namespace(attribute);
        String name = attribute.getLocalName();
        boolean known = switch (namespace) {
            case "" ->
                ATTRIBUTES.contains(name)
                        && ("href".equals(name) == attribute.getValue().startsWith("#"));
            case CAMUNDA -> CAMUNDA_ATTRIBUTES.contains(name);
            case "http://camunda.org/schema/modeler/1.0" -> true;
            default -> namespace.startsWith("http://bpmn.io/schema/dmn");
        };
        if (!known || ExpressionGrammar.isExpression(attribute.getValue())) {
            faults.add(Rule.CONTENT, file, attribute.getOwnerElement(), name + "=" + attribute.getValue());
        }
    }
}
