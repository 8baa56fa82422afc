package io.duban.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the XML of an uploaded template (模板 XML) without document types, entities or anything from elsewhere. */
final class TemplateXml {

    private TemplateXml() {}

    /** The part as a tree; refuses what is no well-formed XML. */
    static Document read(byte[] part) {
        try {
            return builder().parse(new ByteArrayInputStream(part));
        } catch (SAXException | IOException broken) {
            throw TemplatePackage.notADocument();
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java has a parser that refuses document types", impossible);
        }
    }

    /** The parser would print what it dislikes to the console. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException hint) {
            // of no consequence for a template
        }

        @Override
        public void error(SAXParseException fault) throws SAXParseException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXParseException {
            throw fault;
        }
    }
}
