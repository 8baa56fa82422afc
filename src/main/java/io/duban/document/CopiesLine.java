package io.duban.document;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * 抄送's place in a template: where a paper has no copies its paragraph or row is left out, so nothing else that is filled
 * in may stand there, and it has to be a place that can be left out.
 */
final class CopiesLine {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private CopiesLine() {}

    /** Refuses a part in which leaving out 抄送 would take something else away, or would not be possible. */
    static void require(Element root) {
        NodeList paragraphs = root.getElementsByTagNameNS(W, "p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            Element paragraph = (Element) paragraphs.item(i);
            if (TemplateTags.of(paragraph).contains(PaperKind.COPIES) && !isAlone(paragraph)) {
                throw TemplatePackage.refused(
                        "template-copies",
                        "没有抄送机关时，{{抄送}} 所在的一段或表格的一行会整体略去。请把 {{抄送}} 单独放在正文的一段或表格的一行中："
                                + "同一段、同一行不能有 {{印发机关}} 等其他标签，也不能放在页眉、页脚、文本框或嵌套的表格中；修改后再上传。",
                        "Where there are no copies the paragraph or row of 抄送 is left out: give it one of its own in the"
                                + " body of the text, without other tags, and upload again.");
            }
        }
    }

    private static boolean isAlone(Element paragraph) {
        if (is(paragraph.getParentNode(), "body")) {
            return TemplateTags.of(paragraph).size() == 1;
        }
        Node row = paragraph.getParentNode().getParentNode();
        return is(paragraph.getParentNode(), "tc")
                && is(row, "tr")
                && is(row.getParentNode(), "tbl")
                && is(row.getParentNode().getParentNode(), "body")
                && tags((Element) row).size() == 1;
    }

    /** Everything that is filled in in a row, the columns of a list too. */
    private static List<String> tags(Element row) {
        List<String> found = new ArrayList<>();
        NodeList paragraphs = row.getElementsByTagNameNS(W, "p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            found.addAll(TemplateTags.of((Element) paragraphs.item(i)));
            found.addAll(TemplateTags.columnsOf((Element) paragraphs.item(i)));
        }
        return found;
    }

    private static boolean is(Node node, String name) {
        return node instanceof Element element && name.equals(element.getLocalName());
    }
}
