package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.model.Faults;
import io.duban.model.Known;
import io.duban.model.ModelCheck;
import io.duban.model.ModelSet;
import io.duban.model.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * 栏目去处: which fields and options of the forms the capabilities know ({@code form-fields*.txt}). What is typed into
 * another field would be lost without a word, and another option taken for one of the known ones.
 */
@Component
final class KnownFields implements ModelCheck {

    private final Map<String, Map<String, Set<String>>> byForm = new HashMap<>();

    KnownFields() {
        Map<String, Set<String>> fields = new HashMap<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                fields = new HashMap<>();
                byForm.put(line.substring(1, line.length() - 1), fields);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = List.of(line.split(" "));
                fields.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
            }
        }
    }

    /** Every field and option of the forms that nobody knows. */
    @Override
    public void check(ModelSet models, Known known, Faults faults) {
        models.forms().values().forEach(form -> check(form, faults));
    }

    void check(JsonNode form, Faults faults) {
        String id = form.path("id").asText();
        collect(id + ".form", "", form.path("components"), byForm.getOrDefault(id, Map.of()), faults);
    }

    private static void collect(
            String file, String path, JsonNode components, Map<String, Set<String>> known, Faults faults) {
        for (JsonNode input : Inputs.of(components)) {
            String name = path + Inputs.keyOf(input);
            if (input.has("components")) {
                collect(file, name + ".", input.path("components"), known, faults);
            } else if (input.path("readonly").asBoolean()) {
                // nobody types into it
                continue;
            } else if (!known.containsKey(name)) {
                faults.add(Rule.FIELD_KNOWN, file, name, labelOf(input), name, "");
            } else {
                options(file, name, input, known.get(name), faults);
            }
        }
    }

    private static void options(String file, String name, JsonNode input, Set<String> known, Faults faults) {
        String allowed = known.stream().sorted().collect(Collectors.joining(", "));
        for (JsonNode option : input.path("values")) {
            String value = option.path("value").asText();
            if (!known.contains(value)) {
                String shown = value + "（" + option.path("label").asText() + "）";
                faults.add(Rule.OPTION_KNOWN, file, name, labelOf(input), shown, allowed);
            }
        }
    }

    private static String labelOf(JsonNode input) {
        return input.path("label").asText(input.path("id").asText());
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:form-fields*.txt")) {
                file.getContentAsString(StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("form-fields.txt cannot be read", unreadable);
        }
    }
}
