package io.duban.evidence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the parts of a Word or Excel file are, by their declaration ({@code [Content_Types].xml}): whoever opens the file
 * goes by that and not by a part's name. Only what texts, tables, drawings and pictures are made of is taken.
 */
final class OfficeTypes {

    private static final String DECLARATION = "[Content_Types].xml";

    private static final Pattern XML =
            Pattern.compile("application/xml|text/xml|image/svg\\+xml|.*\\+xml|.*vmldrawing");
    private static final Pattern TAKEN = Pattern.compile("application/xml|text/xml"
            + "|application/vnd\\.openxmlformats-package\\.[a-z.-]+\\+xml"
            + "|application/vnd\\.openxmlformats-officedocument\\.[a-z0-9.-]+\\+xml"
            + "|application/vnd\\.ms-(?:word|excel|office)\\.[a-z0-9.-]+\\+xml"
            + "|application/vnd\\.openxmlformats-officedocument\\.(?:vmldrawing|obfuscatedfont)"
            + "|application/vnd\\.openxmlformats-officedocument\\.[a-z]+\\.printersettings"
            + "|application/x-font(?:data|-ttf)"
            + "|image/(?:jpe?g|pjpeg|png|gif|bmp|tiff|x-emf|x-wmf|emf|wmf|svg\\+xml)");
    /** Taken by the rule above, and yet they act, or bring something from elsewhere. */
    private static final Pattern ACTING = Pattern.compile(
            ".*(macro|vba|activex|controlproperties|customui|ribbon|webextension|taskpane|keymapcustomizations|attachedtoolbars|querytable|externallink|connections|oleobject|package\\.main|afchunk|aicontrol).*");

    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "image/jpeg", List.of("FFD8FF"),
            "image/jpg", List.of("FFD8FF"),
            "image/pjpeg", List.of("FFD8FF"),
            "image/png", List.of("89504E47"),
            "image/gif", List.of("47494638"),
            "image/bmp", List.of("424D"),
            "image/tiff", List.of("49492A00", "4D4D002A"));
    /** Programs, links, scripts, packed and composed files, pages: in no part of a text or a table. */
    private static final List<String> FOREIGN = List.of(
            "4D5A",
            "7F454C46",
            "4C000000",
            "2321",
            "504B0304",
            "D0CF11E0",
            "52617221",
            "377ABCAF",
            "25504446",
            "1F8B",
            "3C",
            "EFBBBF3C",
            "FFFE3C00",
            "FEFF003C");

    private static final int BEGINNING = 8;

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byEnding = new HashMap<>();

    private OfficeTypes() {}

    static OfficeTypes of(Map<String, byte[]> parts) throws UnsafeFile {
        byte[] declaration = parts.getOrDefault(DECLARATION, new byte[0]);
        OfficePart.check(declaration);
        OfficeTypes types = new OfficeTypes();
        try {
            XMLStreamReader xml = OfficePart.factory().createXMLStreamReader(new ByteArrayInputStream(declaration));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    types.declare(xml);
                }
            }
        } catch (XMLStreamException broken) {
            throw UnsafeFile.broken();
        }
        return types;
    }

    private void declare(XMLStreamReader xml) {
        String type = String.valueOf(xml.getAttributeValue(null, "ContentType")).toLowerCase(Locale.ROOT);
        switch (xml.getLocalName()) {
            case "Override" -> byName.put(plain(String.valueOf(xml.getAttributeValue(null, "PartName"))), type);
            case "Default" ->
                byEnding.put(
                        String.valueOf(xml.getAttributeValue(null, "Extension")).toLowerCase(Locale.ROOT), type);
            default -> {}
        }
    }

    /** Whether the part is XML and has to be read; refuses what is not declared, not taken or not what it is declared as. */
    boolean isXml(String name, byte[] part) throws UnsafeFile {
        if (name.equals(DECLARATION)) {
            return true;
        }
        String type = type(name);
        if (ACTING.matcher(type).matches()) {
            throw OfficePart.macros();
        }
        if (!TAKEN.matcher(type).matches()) {
            throw unknown();
        }
        if (XML.matcher(type).matches()) {
            return true;
        }
        if (!begins(type, part)) {
            throw unknown();
        }
        return false;
    }

    private String type(String name) {
        String plain = plain(name);
        String ending = plain.substring(plain.lastIndexOf('.') + 1);
        return byName.getOrDefault(plain, byEnding.getOrDefault(ending, ""));
    }

    private static boolean begins(String type, byte[] part) {
        String beginning = hex(part);
        return BEGINNINGS.getOrDefault(type, List.of("")).stream().anyMatch(beginning::startsWith)
                && FOREIGN.stream().noneMatch(beginning::startsWith);
    }

    private static String hex(byte[] part) {
        return java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(Arrays.copyOf(part, Math.min(BEGINNING, part.length)));
    }

    /** Names of parts are compared without case; an address in the declaration begins with a stroke. */
    private static String plain(String name) {
        String decoded = java.net.URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        return (decoded.startsWith("/") ? decoded.substring(1) : decoded).toLowerCase(Locale.ROOT);
    }

    private static UnsafeFile unknown() {
        return new UnsafeFile(
                "attachment-part",
                "文件内部含有来历不明的部件，请用 Office 或 WPS 另存为 docx、xlsx（或打印为 PDF）后再提交。",
                "The file holds parts of no known kind; save it anew as docx or xlsx, or print it to a PDF.");
    }
}
