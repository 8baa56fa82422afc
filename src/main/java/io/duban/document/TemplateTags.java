package io.duban.document;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
            String text = text((Element) paragraphs.item(i));
            find(TAG, text, tags);
            if (inTable((Element) paragraphs.item(i))) {
                find(COLUMN, text, columns);
            }
        }
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

    private static void find(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
