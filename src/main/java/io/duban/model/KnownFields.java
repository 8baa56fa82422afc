package io.duban.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * 栏目去处: which fields of the forms the capabilities read and which options they know ({@code form-fields.txt}, held
 * against their code by a test). What is typed into another field would be lost without a word, and another option taken
 * for one of the known ones.
 */
final class KnownFields {

    static final KnownFields SHIPPED = new KnownFields(lines());

    private final Map<String, Map<String, Set<String>>> byForm = new HashMap<>();

    private KnownFields(List<String> lines) {
        Map<String, Set<String>> fields = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                fields = new HashMap<>();
                byForm.put(line.substring(1, line.length() - 1), fields);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = List.of(line.split(" "));
                fields.put(words.get(0), options(words.subList(1, words.size())));
            }
        }
    }

    /** A word with a point is a list of the Java code, whose constants are meant. */
    private static Set<String> options(List<String> words) {
        Set<String> options = new TreeSet<>();
        for (String word : words) {
            if (word.contains(".")) {
                constants(word).map(each -> ((Enum<?>) each).name()).forEach(options::add);
            } else {
                options.add(word);
            }
        }
        return options;
    }

    private static Stream<?> constants(String word) {
        try {
            return Stream.of(Class.forName("io.duban." + word).getEnumConstants());
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException("form-fields.txt names a list that is not there: " + word, unknown);
        }
    }

    /** Every field and option of a form that nobody knows. */
    void check(String file, JsonNode form, Faults faults) {
        String id = form.path("id").asText();
        collect(file, "", form.path("components"), byForm.getOrDefault(id, Map.of()), faults);
    }

    private static void collect(
            String file, String path, JsonNode components, Map<String, Set<String>> known, Faults faults) {
        for (JsonNode input : FormInputs.of(components)) {
            String name = path + FormInputs.keyOf(input);
            if (input.has("components")) {
                collect(file, name + ".", input.path("components"), known, faults);
            } else if (input.path("readonly").asBoolean()) {
                // nobody types into it
                continue;
            } else if (!known.containsKey(name)) {
                add(Rule.FIELD_KEPT, file, input, name, known.keySet(), faults);
            } else {
                options(file, name, input, known.get(name), faults);
            }
        }
    }

    private static void options(String file, String name, JsonNode input, Set<String> known, Faults faults) {
        for (JsonNode option : input.path("values")) {
            String value = option.path("value").asText();
            if (!known.contains(value)) {
                add(Rule.OPTION_KNOWN, file, input, name + "=" + value, known, faults);
            }
        }
    }

    private static void add(Rule rule, String file, JsonNode input, String text, Set<String> allowed, Faults faults) {
        String id = input.path("id").asText(text);
        faults.add(rule, file, id, input.path("label").asText(id), text, String.join(", ", new TreeSet<>(allowed)));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        try {
            for (URL file : Collections.list(KnownFields.class.getClassLoader().getResources("form-fields.txt"))) {
                try (InputStream in = file.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(lines::add);
                }
            }
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("form-fields.txt cannot be read", unreadable);
        }
    }
}
