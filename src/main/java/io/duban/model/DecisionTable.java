package io.duban.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** One decision table (DMN) as the rules look at it. */
record DecisionTable(
        String file, Element element, String hitPolicy, List<Input> inputs, List<Output> outputs, List<Row> rows) {

    record Input(Element element, String expression, String type, List<String> listed) {}

    record Output(Element element, String name, String type, List<String> listed) {}

    record Row(Element element, List<String> inputs, List<String> outputs) {}

    static List<DecisionTable> of(String file, List<Element> elements) {
        List<DecisionTable> tables = new ArrayList<>();
        for (Element decision : elements) {
            if ("decision".equals(decision.getLocalName())) {
                ProcessFile.inside(decision, "decisionTable").stream()
                        .findFirst()
                        .ifPresentOrElse(
                                table -> tables.add(of(file, decision, table)),
                                () -> tables.add(
                                        new DecisionTable(file, decision, "", List.of(), List.of(), List.of())));
            }
        }
        return tables;
    }

    private static DecisionTable of(String file, Element decision, Element table) {
        String hitPolicy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        return new DecisionTable(
                file,
                decision,
                hitPolicy,
                ProcessFile.inside(table, "input").stream()
                        .map(DecisionTable::input)
                        .toList(),
                ProcessFile.inside(table, "output").stream()
                        .map(each -> new Output(
                                each,
                                each.getAttribute("name"),
                                each.getAttribute("typeRef"),
                                listed(each, "outputValues")))
                        .toList(),
                ProcessFile.inside(table, "rule").stream()
                        .map(each -> new Row(each, texts(each, "inputEntry"), texts(each, "outputEntry")))
                        .toList());
    }

    private static Input input(Element input) {
        Optional<Element> expression =
                ProcessFile.inside(input, "inputExpression").stream().findFirst();
        return new Input(
                input,
                expression.map(DecisionTable::text).orElse(""),
                expression.map(each -> each.getAttribute("typeRef")).orElse(""),
                listed(input, "inputValues"));
    }

    private static List<String> listed(Element column, String kind) {
        return ProcessFile.inside(column, kind).stream()
                .flatMap(each -> Cell.strings(text(each)).stream())
                .toList();
    }

    private static List<String> texts(Element row, String kind) {
        return ProcessFile.inside(row, kind).stream().map(DecisionTable::text).toList();
    }

    private static String text(Element entry) {
        return ProcessFile.inside(entry, "text").stream()
                .map(ModelXml::ownText)
                .findFirst()
                .orElse("")
                .strip();
    }

    String id() {
        return element.getAttribute("id");
    }

    boolean answersOnce() {
        return "UNIQUE".equals(hitPolicy) || "FIRST".equals(hitPolicy);
    }

    /** What the rows give in the column at this place, strings without their quotes. */
    Set<String> answers(int column) {
        Set<String> answers = new TreeSet<>();
        rows.stream()
                .filter(row -> column < row.outputs().size())
                .forEach(
                        row -> Cell.literal(row.outputs().get(column)).ifPresent(each -> answers.add(each.toString())));
        return answers;
    }
}
