package io.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * 一栏一处: what {@code form-fields.txt} says of a form is what the code behind the form does. Of each form the code that
 * carries it out is followed from its desk through its room, with the lists it names; every field has to be read there,
 * every option to be known there. So the list is not one of what the forms ask today.
 */
class FieldsInJavaTest {

    private static final Pattern BINDING = Pattern.compile(
            "FormBinding\\.of\\(\\s*[\\w.\"]+,\\s*\"([a-z-]+)\",\\s*(?:\\w+::\\w+|at -> [^;]*?),\\s*this::(\\w+)\\)");
    private static final Pattern METHOD =
            Pattern.compile("\\n    (?:[\\w@<>\\[\\], .?]+ )?(\\w+)\\([^;{}]*\\)[^;{}]*\\{");
    private static final Pattern CALLED = Pattern.compile("(?<!\\w)(\\w+)\\(|::(\\w+)");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+\\b");

    private record Method(String owner, String body) {}

    private static final Map<String, Source> LISTS = new HashMap<>();
    private static final Map<String, Map<String, List<Method>>> METHODS = new HashMap<>();

    static {
        Source.ALL.forEach(source -> {
            if (source.isMatching("\\benum " + source.name() + "\\b")) {
                LISTS.put(source.name(), source);
            }
            METHOD.matcher(source.code())
                    .results()
                    .forEach(method -> METHODS.computeIfAbsent(source.room(), each -> new HashMap<>())
                            .computeIfAbsent(method.group(1), each -> new ArrayList<>())
                            .add(new Method(source.name(), body(source.code(), method))));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyFieldIsReadAndEveryOptionKnown() {
        Map<String, Map<String, List<String>>> listed = listed();
        Map<String, String> code = code();
        assertThat(listed.keySet()).isEqualTo(code.keySet());
        return listed.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    String text = code.get(form.getKey());
                    form.getValue().forEach((field, options) -> {
                        assertThat(isRead(field.substring(field.lastIndexOf('.') + 1), text))
                                .as("%s: the code behind the form reads %s", form.getKey(), field)
                                .isTrue();
                        options.forEach(option -> assertThat(isKnown(option, text))
                                .as("%s: the code behind the form knows %s of %s", form.getKey(), option, field)
                                .isTrue());
                    });
                }));
    }

    @Test
    void whatNobodyReadsIsFound() {
        String text = code().get("issue-order");
        assertThat(isRead("decision", text)).isTrue();
        assertThat(isRead("wish", text)).isFalse();
        assertThat(isKnown("RETURN", text)).isTrue();
        assertThat(isKnown("UNDETERMINED", text)).isFalse();
        assertThat(isKnown("interview.AttendeeRole", text)).isFalse();
    }

    /** Named as it stands, or put together of two parts such as a part of the report and {@code Sufficient}. */
    private static boolean isRead(String field, String text) {
        return text.contains("\"" + field + "\"")
                || IntStream.range(1, field.length())
                        .anyMatch(at -> text.contains("\"" + field.substring(0, at) + "\"")
                                && text.contains("+ \"" + field.substring(at) + "\""));
    }

    private static boolean isKnown(String option, String text) {
        return option.contains(".")
                ? text.contains(option.substring(option.indexOf('.') + 1) + ".class")
                : text.contains("\"" + option + "\"");
    }

    /** By form what of the code is behind it. */
    private static Map<String, String> code() {
        Map<String, String> code = new TreeMap<>();
        Source.ALL.forEach(desk -> BINDING.matcher(desk.code())
                .results()
                .forEach(binding -> code.put(binding.group(1), behind(desk, binding.group(2)))));
        return code;
    }

    private static String behind(Source desk, String submit) {
        StringBuilder text = new StringBuilder();
        Set<String> names = new HashSet<>();
        Deque<Method> open = new ArrayDeque<>();
        METHODS.get(desk.room()).get(submit).stream()
                .filter(each -> each.owner().equals(desk.name()) && each.body().contains("Fields "))
                .forEach(open::add);
        while (!open.isEmpty()) {
            String body = open.pop().body();
            text.append(body);
            CALLED.matcher(body).results().map(FieldsInJavaTest::name).forEach(name -> {
                if (names.add(name)) {
                    open.addAll(METHODS.get(desk.room()).getOrDefault(name, List.of()));
                }
            });
            TYPE.matcher(body).results().map(MatchResult::group).forEach(type -> {
                if (LISTS.containsKey(type) && names.add(type)) {
                    text.append(LISTS.get(type).code());
                }
            });
        }
        return text.toString();
    }

    private static String name(MatchResult called) {
        return called.group(1) == null ? called.group(2) : called.group(1);
    }

    private static String body(String code, MatchResult method) {
        int depth = 0;
        for (int at = method.end() - 1; at < code.length(); at++) {
            depth += code.charAt(at) == '{' ? 1 : code.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return code.substring(method.start(), at + 1);
            }
        }
        return code.substring(method.start());
    }

    private static Map<String, Map<String, List<String>>> listed() {
        Map<String, Map<String, List<String>>> listed = new TreeMap<>();
        Map<String, List<String>> fields = new TreeMap<>();
        for (String line : Source.text(Path.of("src/main/resources/form-fields.txt"))
                .lines()
                .toList()) {
            if (line.startsWith("[")) {
                fields = new TreeMap<>();
                listed.put(line.substring(1, line.length() - 1), fields);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> words = List.of(line.split(" "));
                fields.put(words.get(0), words.subList(1, words.size()));
            }
        }
        return listed;
    }
}
