package io.duban.document;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The tags a template holds (模板标签): {@code {{…}}} anywhere, {@code […]} in tables for the row that is repeated. */
final class TemplateTags {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern COLUMN = Pattern.compile("\\[([^\\[\\]]*)]");

    private final Set<String> tags = new TreeSet<>();
    private final Set<String> columns = new TreeSet<>();

    Set<String> tags() {
        return tags;
    }

    Set<String> columns() {
        return columns;
    }

    /** Word splits what is typed into runs, so tags are looked for in whole paragraphs. */
    void collect(Element root) {
        NodeList paragraphs = root.getElementsByTagNameNS(W, "p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            tags.addAll(of((Element) paragraphs.item(i)));
            if (inTable((Element) paragraphs.item(i))) {
                columns.addAll(columnsOf((Element) paragraphs.item(i)));
            }
        }
    }

    /** The tags of one paragraph, each as often as it stands there. */
    static List<String> of(Element paragraph) {
        return find(TAG, text(paragraph));
    }

    /** What would be the columns of a list if the paragraph stood in one. */
    static List<String> columnsOf(Element paragraph) {
        return find(COLUMN, text(paragraph));
    }

    private static String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        NodeList runs = paragraph.getElementsByTagNameNS(W, "t");
        for (int i = 0; i < runs.getLength(); i++) {
            text.append(runs.item(i).getTextContent());
        }
        return text.toString();
    }

    private static boolean inTable(Element paragraph) {
        for (var node = paragraph.getParentNode(); node instanceof Element parent; node = node.getParentNode()) {
            if ("tc".equals(parent.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).toList();
    }
}
