package io.duban.evidence;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of a Word or Excel file: read to its end, without entities, to see that it neither acts nor reaches outside. */
final class OfficePart {

    private static final int MOST_CODE = 100_000;
    private static final Pattern CODE =
            Pattern.compile("(?im)^\\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|EMBED)\\b");
    private static final Pattern REACHING =
            Pattern.compile("(?i)\\b(WEBSERVICE|CALL|REGISTER|EXEC)\\s*\\(|\\|'[^']*'!");
    private static final Pattern HARMLESS = Pattern.compile("(?i)(https?://|mailto:).*", Pattern.DOTALL);
    private static final Set<String> CODES = Set.of("instrText", "delInstrText");

    /** Of pages and drawings of the web, which no part of a text or a table is. */
    private static final Set<String> ACTING = Set.of("script", "iframe", "html", "foreignobject");

    private OfficePart() {}

    static void check(byte[] part) throws UnsafeFile {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(part));
            new Reading(xml).toTheEnd();
        } catch (XMLStreamException broken) {
            throw UnsafeFile.broken();
        }
    }

    static UnsafeFile macros() {
        return new UnsafeFile(
                "attachment-macros",
                "文件含有宏、控件或加载项，请另存为不含宏的 docx、xlsx 或 PDF 后再提交。",
                "The file holds macros, controls or add-ins; save it without them or as a PDF.");
    }

    static UnsafeFile carrying() {
        return new UnsafeFile(
                "attachment-embedded",
                "文件中嵌入了其他文件或对象，请把它们分开提交。",
                "The file carries other files or objects; hand them in on their own.");
    }

    private static UnsafeFile external() {
        return new UnsafeFile(
                "attachment-external",
                "文件引用了外部文件、模板、数据或自动更新的域，请断开链接（或打印为 PDF）后再提交。",
                "The file reaches outside for files, templates or data; break the links or print it to a PDF.");
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** A walk through the part; the code of fields is put together, since Word cuts it into pieces. */
    private static final class Reading {

        private final XMLStreamReader xml;
        private final StringBuilder code = new StringBuilder();
        private final StringBuilder formula = new StringBuilder();
        private String inside = "";

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        void toTheEnd() throws XMLStreamException, UnsafeFile {
            while (xml.hasNext()) {
                look(xml.next());
            }
            if (CODE.matcher(code).find()) {
                throw external();
            }
        }

        private void look(int event) throws UnsafeFile {
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw UnsafeFile.broken();
                case XMLStreamConstants.START_ELEMENT -> {
                    inside = xml.getLocalName();
                    if (ACTING.contains(inside.toLowerCase(Locale.ROOT))) {
                        throw macros();
                    }
                    attributes();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }

        private void text() throws UnsafeFile {
            if (CODES.contains(inside)) {
                code.append(xml.getText());
            } else if (inside.equals("f") || inside.equals("definedName")) {
                formula.append(xml.getText());
            }
            if (code.length() > MOST_CODE || formula.length() > MOST_CODE) {
                throw UnsafeFile.broken();
            }
        }

        private void end() throws UnsafeFile {
            if (xml.getLocalName().equals("fldChar")) {
                code.append('\n');
            }
            if (REACHING.matcher(formula).find()) {
                throw external();
            }
            formula.setLength(0);
            inside = "";
        }

        private void attributes() throws UnsafeFile {
            boolean external = "External".equalsIgnoreCase(value("TargetMode"));
            boolean link = value("Type").toLowerCase(Locale.ROOT).endsWith("/hyperlink");
            String target = value("Target");
            if (external && !(link && HARMLESS.matcher(target).matches())) {
                throw external();
            }
            String type = value("ContentType").toLowerCase(Locale.ROOT);
            if (type.contains("macroenabled") || type.contains("vbaproject") || type.contains("activex")) {
                throw macros();
            }
            if (CODE.matcher(value("instr")).find()) {
                throw external();
            }
        }

        private String value(String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }
    }
}
