package io.duban.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds canaries in whatever form they hide, all at once and in one pass over the text (Aho and Corasick): as they are, as
 * JSON, percent and H2 escapes, and in UTF-8, UTF-16 and GB18030 as raw bytes, hexadecimal and base64 at any offset.
 */
final class CanarySearch {

    static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

    private final List<Map<Character, Integer>> next = new ArrayList<>(List.of(new HashMap<>()));
    private final List<Set<String>> found = new ArrayList<>(List.of(new TreeSet<>()));
    private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];
    private int[] fallback = {};
    private boolean[] ends = {};
    private long[] keys = {};
    private int[] targets = {};

    CanarySearch(Collection<String> canaries) {
        canaries.forEach(canary -> forms(canary).values().forEach(form -> add(form, canary)));
        link();
        pack();
    }

    /** The canaries that stand in the text in some form. */
    Set<String> in(String text) {
        Set<String> hits = new TreeSet<>();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (state == 0 && !begins[each]) {
                continue;
            }
            int to = step(state, each);
            while (to < 0 && state != 0) {
                state = fallback[state];
                to = step(state, each);
            }
            state = Math.max(to, 0);
            if (ends[state]) {
                hits.addAll(found.get(state));
            }
        }
        return hits;
    }

    /** The state that follows, or less than 0; an open table of numbers, for millions of lines go through it. */
    private int step(int state, char each) {
        long key = (long) state << 16 | each;
        int place = place(key);
        while (targets[place] != 0) {
            if (keys[place] == key) {
                return targets[place];
            }
            place = place + 1 & keys.length - 1;
        }
        return -1;
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & keys.length - 1;
    }

    /** The same in bytes, of which nobody knows what they are. */
    Set<String> in(byte[] bytes) {
        Set<String> hits = in(new String(bytes, StandardCharsets.ISO_8859_1));
        boolean wide = bytes.length > 3 && (bytes[0] == 0 || bytes[1] == 0 || bytes[2] == 0 || bytes[3] == 0);
        if (wide) {
            hits.addAll(in(new String(bytes, StandardCharsets.UTF_16BE)));
            hits.addAll(in(new String(bytes, StandardCharsets.UTF_16LE)));
        }
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            hits.addAll(packed(bytes));
        }
        return hits;
    }

    /** What is packed in a ZIP, and so in a DOCX or XLSX. */
    private Set<String> packed(byte[] bytes) {
        Set<String> hits = new TreeSet<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                hits.addAll(in(entry.getName()));
                hits.addAll(in(zip.readAllBytes()));
            }
        } catch (IOException noZip) {
            hits.addAll(in(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        return hits;
    }

    /** Every form by its name. */
    static Map<String, String> forms(String canary) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text", canary);
        forms.put("json", escaped(canary, "\\u%04x"));
        forms.put("JSON", escaped(canary, "\\u%04X"));
        forms.put("h2", escaped(canary, "\\%04x"));
        forms.put("html", escaped(canary, "&#%d;"));
        for (Charset charset : CHARSETS) {
            byte[] bytes = canary.getBytes(charset);
            String hex = HexFormat.of().formatHex(bytes);
            forms.put(charset + " raw", new String(bytes, StandardCharsets.ISO_8859_1));
            forms.put(charset + " hex", hex);
            forms.put(charset + " HEX", hex.toUpperCase(Locale.ROOT));
            forms.put(charset + " percent", percent(bytes));
            for (int offset = 0; offset < 3; offset++) {
                String inside = insideBase64(bytes, offset);
                forms.put(charset + " base64 " + offset, inside);
                forms.put(
                        charset + " base64url " + offset,
                        inside.replace('+', '-').replace('/', '_'));
            }
        }
        return forms;
    }

    private static String escaped(String text, String pattern) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(each -> escaped.append(each < 128 ? String.valueOf((char) each) : pattern.formatted(each)));
        return escaped.toString();
    }

    private static String percent(byte[] bytes) {
        StringBuilder percent = new StringBuilder();
        for (byte each : bytes) {
            percent.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return percent.toString();
    }

    /** What can be recognised in base64 when so many bytes stand before the canary in its group of three. */
    private static String insideBase64(byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring(offset == 0 ? 0 : 4, shifted.length / 3 * 4);
    }

    private void add(String form, String canary) {
        if (form.length() < 6) {
            throw new IllegalArgumentException("too short to be told from chance: " + form);
        }
        int state = 0;
        for (char each : form.toCharArray()) {
            Integer to = next.get(state).get(each);
            if (to == null) {
                to = next.size();
                next.get(state).put(each, to);
                next.add(new HashMap<>());
                found.add(new TreeSet<>());
            }
            state = to;
        }
        found.get(state).add(canary);
        begins[form.charAt(0)] = true;
    }

    private void link() {
        fallback = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>(next.get(0).values());
        while (!open.isEmpty()) {
            int state = open.remove();
            next.get(state).forEach((each, to) -> {
                int back = fallback[state];
                while (back != 0 && !next.get(back).containsKey(each)) {
                    back = fallback[back];
                }
                fallback[to] = next.get(back).getOrDefault(each, 0);
                found.get(to).addAll(found.get(fallback[to]));
                open.add(to);
            });
        }
    }

    private void pack() {
        keys = new long[Integer.highestOneBit(next.size()) * 4];
        targets = new int[keys.length];
        ends = new boolean[next.size()];
        for (int state = 0; state < next.size(); state++) {
            ends[state] = !found.get(state).isEmpty();
            for (Map.Entry<Character, Integer> each : next.get(state).entrySet()) {
                long key = (long) state << 16 | each.getKey();
                int place = place(key);
                while (targets[place] != 0) {
                    place = place + 1 & keys.length - 1;
                }
                keys[place] = key;
                targets[place] = each.getValue();
            }
        }
    }
}
