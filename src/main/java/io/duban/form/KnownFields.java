package io.duban.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * 栏目去处: which fields and options of the forms the capabilities know ({@code form-fields*.txt}). What is typed into
 * another field would be lost without a word, and another option taken for one of the known ones.
 */
final class KnownFields {

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

    /** Every field and option of a form that nobody knows, each as a sentence with file, component, rule and way out. */
    List<String> faults(JsonNode form) {
        String id = form.path("id").asText();
        List<String> faults = new ArrayList<>();
        collect(id, "", form.path("components"), byForm.getOrDefault(id, Map.of()), faults);
        return faults;
    }

    private static void collect(
            String form, String path, JsonNode components, Map<String, Set<String>> known, List<String> faults) {
        for (JsonNode input : Inputs.of(components)) {
            String name = path + Inputs.keyOf(input);
            if (input.has("components")) {
                collect(form, name + ".", input.path("components"), known, faults);
            } else if (input.path("readonly").asBoolean()) {
                // nobody types into it
                continue;
            } else if (!known.containsKey(name)) {
                faults.add(
                        fault(
                                form,
                                input,
                                name,
                                "没有去处，填写的内容会丢失",
                                "请删去该栏，或由开发者在办理程序中接收并写入 form-fields.txt",
                                "has no place to go; remove it, or have the capability take it and name it in form-fields.txt"));
            } else {
                options(form, name, input, known.get(name), faults);
            }
        }
    }

    private static void options(String form, String name, JsonNode input, Set<String> known, List<String> faults) {
        for (JsonNode option : input.path("values")) {
            String value = option.path("value").asText();
            if (!known.contains(value)) {
                faults.add(fault(
                        form,
                        input,
                        name,
                        "的选项“" + value + "”（" + option.path("label").asText() + "）办理程序不认识",
                        "请改用已有选项 " + String.join("、", known.stream().sorted().toList()) + "，或由开发者接收后写入 form-fields.txt",
                        "offers '" + value
                                + "', which the capability does not know; use one it knows, or have it taken"));
            }
        }
    }

    private static String fault(String form, JsonNode input, String name, String chinese, String way, String english) {
        return form + ".form：栏目“" + name + "”（"
                + input.path("label").asText(input.path("id").asText()) + "）" + chinese + "（一栏一处，设计决定）。" + way + "。 "
                + form + ".form: field '" + name + "' " + english + ".";
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
