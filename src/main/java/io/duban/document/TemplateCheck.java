package io.duban.document;

import com.deepoove.poi.exception.RenderException;
import com.deepoove.poi.exception.ResolverException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * 模板检查: whether an uploaded file can be a template of its kind – a plain document, every tag known, none that is
 * needed missing – before anything is laid out with it.
 */
@Component
class TemplateCheck {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern FIELD =
            Pattern.compile("\\s*(PAGE|NUMPAGES|SECTIONPAGES)\\b[^\\\\]*(\\\\\\* *\\w+ *)*");
    private static final Set<String> FOREIGN =
            Set.of("altChunk", "subDoc", "object", "OLEObject", "control", "mailMerge");

    private final PaperRenderer renderer;

    TemplateCheck(PaperRenderer renderer) {
        this.renderer = renderer;
    }

    /** Refuses what cannot be a template of this kind; answers how it looks with the sample's words. */
    byte[] check(PaperKind kind, byte[] file) {
        Map<String, byte[]> parts = TemplatePackage.unpack(file);
        requireDocumentWithoutMacros(parts.getOrDefault("[Content_Types].xml", new byte[0]));
        TemplateTags found = new TemplateTags();
        parts.forEach((name, part) -> {
            if (name.endsWith(".rels")) {
                requireNothingFromElsewhere(TemplateXml.read(part).getDocumentElement());
            } else if (name.endsWith(".xml")) {
                Element root = TemplateXml.read(part).getDocumentElement();
                requireNothingForeign(root);
                CopiesLine.require(root);
                found.collect(root);
            }
        });
        requireKnown(kind, found.tags(), found.columns());
        requireComplete(kind, found.tags(), found.columns());
        return tried(kind, file);
    }

    private static void requireDocumentWithoutMacros(byte[] types) {
        String all = new String(types, StandardCharsets.UTF_8);
        if (!all.contains("wordprocessingml.document.main+xml") || all.contains("macroEnabled")) {
            throw TemplatePackage.refused(
                    "template-macros",
                    "模板须是不含宏的 Word 文档（.docx），请另存为“Word 文档（*.docx）”后再上传。",
                    "A template is a document without macros.");
        }
    }

    private static void requireNothingFromElsewhere(Element relationships) {
        NodeList all = relationships.getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            if ("External".equalsIgnoreCase(each.getAttribute("TargetMode"))
                    || each.getAttribute("Target").contains("..")
                            && !each.getAttribute("Target").startsWith("../customXml/")
                    || each.getAttribute("Target").contains(":")) {
                throw TemplatePackage.refused(
                        "template-external",
                        "模板中有指向外部的链接或内容，请删除超链接、链接的图片和附加的模板后再上传。",
                        "The template refers to something outside of itself.");
            }
        }
    }

    private static void requireNothingForeign(Element root) {
        NodeList all = root.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            String field = each.getLocalName().equals("instrText")
                    ? each.getTextContent()
                    : each.getLocalName().equals("fldSimple") ? each.getAttributeNS(W, "instr") : " PAGE ";
            if (FOREIGN.contains(each.getLocalName()) || !FIELD.matcher(field).matches() && !field.isBlank()) {
                throw TemplatePackage.refused(
                        "template-fields",
                        "模板中含有嵌入对象或页码以外的域代码，请删除后再上传。",
                        "The template holds an embedded object or a field other than page numbers.");
            }
        }
    }

    private static void requireKnown(PaperKind kind, Set<String> tags, Set<String> columns) {
        List<String> unknown = new ArrayList<>();
        tags.stream().filter(tag -> !mayHold(kind, tag)).forEach(tag -> unknown.add("{{" + shortened(tag) + "}}"));
        columns.stream()
                .filter(tag -> !kind.columns().contains(tag))
                .forEach(tag -> unknown.add("[" + shortened(tag) + "]"));
        if (!unknown.isEmpty()) {
            throw TemplatePackage.refused(
                    "template-unknown-tags",
                    "“" + kind.label() + "”模板中有不认识的标签：" + String.join("、", unknown) + "。可用的标签："
                            + String.join("、", allowed(kind)) + "。",
                    "The template holds unknown tags; the ones it may hold are listed.");
        }
    }

    private static void requireComplete(PaperKind kind, Set<String> tags, Set<String> columns) {
        List<String> missing = new ArrayList<>();
        Stream.of(
                        PaperKind.OF_EVERY_PAPER,
                        kind.required(),
                        kind.hasRows() ? List.of(PaperRenderer.ROWS) : List.<String>of())
                .flatMap(List::stream)
                .filter(tag -> !tags.contains(tag))
                .forEach(tag -> missing.add("{{" + tag + "}}"));
        kind.columns().stream().filter(tag -> !columns.contains(tag)).forEach(tag -> missing.add("[" + tag + "]"));
        if (!missing.isEmpty()) {
            throw TemplatePackage.refused(
                    "template-missing-tags",
                    "“" + kind.label() + "”模板缺少标签：" + String.join("、", missing) + "，请补上后再上传。",
                    "The template lacks tags that papers of this kind need.");
        }
    }

    /** Every tag but those of the rows. */
    static List<String> allowed(PaperKind kind) {
        return Stream.of(needed(kind), optional(kind)).flatMap(List::stream).toList();
    }

    static List<String> needed(PaperKind kind) {
        return Stream.of(PaperKind.OF_EVERY_PAPER, kind.required())
                .flatMap(List::stream)
                .distinct()
                .map(TemplateCheck::tag)
                .toList();
    }

    static List<String> optional(PaperKind kind) {
        return kind.optional().stream().map(TemplateCheck::tag).toList();
    }

    private static String tag(String name) {
        return "{{" + name + "}}";
    }

    private static boolean mayHold(PaperKind kind, String tag) {
        return PaperKind.OF_EVERY_PAPER.contains(tag)
                || kind.required().contains(tag)
                || kind.optional().contains(tag)
                || kind.hasRows() && PaperRenderer.ROWS.equals(tag);
    }

    private static String shortened(String tag) {
        String shown = tag.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 30 ? shown.substring(0, 30) + "…" : shown;
    }

    /** What cannot be laid out now could not be later. */
    private byte[] tried(PaperKind kind, byte[] file) {
        try {
            return renderer.fill(file, SampleWords.values(kind), SampleWords.rows(kind));
        } catch (RenderException
                | ResolverException
                | POIXMLException
                | OpenXML4JRuntimeException
                | java.io.UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | IndexOutOfBoundsException unusable) {
            throw TemplatePackage.notADocument();
        }
    }
}
