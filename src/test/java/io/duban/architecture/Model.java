package io.duban.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One process or decision under {@code bpmn/}, read as XML. */
record Model(String name, Element root) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Which room answers for which process; a new model is entered here. */
    static final Map<String, Room> OWNERS = Map.ofEntries(
            Map.entry("supervisionOrder", Room.ORDER),
            Map.entry("investigation", Room.ORDER),
            Map.entry("extension", Room.ORDER),
            Map.entry("discontinuation", Room.ORDER),
            Map.entry("escalation", Room.ORDER),
            Map.entry("rectification", Room.RECTIFICATION),
            Map.entry("lookBack", Room.RECTIFICATION),
            Map.entry("interview", Room.INTERVIEW),
            Map.entry("accountability", Room.ACCOUNTABILITY),
            Map.entry("leadHandling", Room.LEAD),
            Map.entry("leadVerification", Room.LEAD),
            Map.entry("leadConsolidation", Room.LEAD),
            Map.entry("noticeVerification", Room.LEAD),
            Map.entry("consultation", Room.LEAD),
            Map.entry("approvalReminders", Room.WORKLIST),
            Map.entry("identityDisclosure", Room.REPORTER));

    static final List<Model> PROCESSES = read(".bpmn");
    static final List<Model> DECISIONS = read(".dmn");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*(?!\\w|\\s*\\()");
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "empty",
            "if",
            "then",
            "else",
            "some",
            "every",
            "in",
            "execution");

    static Model decision(String id) {
        return DECISIONS.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Model process(String id) {
        return PROCESSES.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The names an expression reads; text in quotes, functions and words of the language are none. */
    static Set<String> names(String expression) {
        var names = new TreeSet<String>();
        NAME.matcher(expression.replaceAll("'[^']*'|\"[^\"]*\"", ""))
                .results()
                .map(hit -> hit.group())
                .filter(each -> !WORDS.contains(each))
                .forEach(names::add);
        return names;
    }

    /** The insides of all <code>${…}</code> of a text. */
    static List<String> expressions(String text) {
        return EXPRESSION.matcher(text).results().map(hit -> hit.group(1)).toList();
    }

    String id() {
        String kind = name.endsWith(".bpmn") ? "process" : "decision";
        return elements(kind).findFirst().orElseThrow().getAttribute("id");
    }

    Room room() {
        return OWNERS.get(id());
    }

    /** All elements of this local name. */
    Stream<Element> elements(String localName) {
        return children(root, localName);
    }

    static Stream<Element> children(Element parent, String localName) {
        var found = parent.getElementsByTagNameNS("*", localName);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** The values of an attribute of the engine's own namespace, wherever it stands. */
    Stream<String> camunda(String attribute) {
        return elements("*").map(each -> camunda(each, attribute)).filter(value -> !value.isEmpty());
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** The names a decision table reads. */
    Set<String> inputs() {
        var names = new TreeSet<String>();
        elements("inputExpression").forEach(each -> names.addAll(names(each.getTextContent())));
        return names;
    }

    List<String> outputs() {
        return elements("output").map(each -> each.getAttribute("name")).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<Model> read(String ending) {
        return Source.files("bpmn", ending).stream().map(Model::of).toList();
    }

    private static Model of(Path file) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            var root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Source.text(file))))
                    .getDocumentElement();
            return new Model(file.getFileName().toString(), root);
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException(file + " is not XML", unreadable);
        }
    }
}
