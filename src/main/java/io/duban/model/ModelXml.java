package io.duban.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model without document types, entities or anything from outside, so that looking at it is harmless. */
final class ModelXml {

    private static final int LARGEST = 2 << 20;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 60;

    private ModelXml() {}

    /**
     * All elements of a document from the outermost to the last.
     *
     * @throws UnreadableModel saying why it cannot be read
     */
    static List<Element> read(byte[] content) {
        if (content.length > LARGEST) {
            throw new UnreadableModel("文件过大");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((publicId, systemId) -> {
                throw new UnreadableModel("外部资源");
            });
            Document document = builder.parse(new ByteArrayInputStream(content));
            List<Element> elements = new ArrayList<>();
            collect(document, 0, elements);
            return elements;
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new UnreadableModel("无法读取或含文档类型声明的XML");
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    private static void collect(Node parent, int depth, List<Element> into) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                throw new UnreadableModel("处理指令");
            }
            if (node instanceof Element element) {
                if (depth > DEEPEST || into.size() > MOST_ELEMENTS) {
                    throw new UnreadableModel("结构过大");
                }
                into.add(element);
                collect(element, depth + 1, into);
            }
        }
    }

    /** The element itself, or the next one around it that has an id. */
    static Element named(Element element) {
        Element named = element;
        while (named.getAttribute("id").isEmpty() && named.getParentNode() instanceof Element around) {
            named = around;
        }
        return named;
    }

    /** An element and all below it. */
    static List<Element> below(Element element) {
        List<Element> all = new ArrayList<>(List.of(element));
        collect(element, 0, all);
        return all;
    }

    /** The attributes without the declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        List<Attr> found = new ArrayList<>();
        var all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr each = (Attr) all.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI())) {
                found.add(each);
            }
        }
        return found;
    }

    /** The text directly inside an element, without that of its children. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString();
    }

    static String namespace(Node node) {
        return node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
    }
}
