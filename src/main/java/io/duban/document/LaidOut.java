package io.duban.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A paper that is whole but for its number (待编号的公文). Laying it out takes a hundred times as long as putting the number
 * in, and whoever holds the next number of an office holds up all who sign there.
 *
 * @param parts the parts of the DOCX by name
 * @param place what stands where the number goes; nothing that anybody typed can be like it
 */
record LaidOut(Map<String, byte[]> parts, String place) {

    /** The DOCX with this number. */
    byte[] numbered(String number) {
        Map<String, byte[]> numbered = new TreeMap<>();
        parts.forEach((name, part) -> numbered.put(name, name.endsWith(".xml") ? replaced(part, number) : part));
        try {
            return NeutralFile.of(numbered);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private byte[] replaced(byte[] part, String number) {
        String text = new String(part, StandardCharsets.UTF_8);
        return text.contains(place) ? text.replace(place, escaped(number)).getBytes(StandardCharsets.UTF_8) : part;
    }

    private static String escaped(String number) {
        return number.replace("&", "&amp;").replace("<", "&lt;");
    }
}
