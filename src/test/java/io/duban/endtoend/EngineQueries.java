package io.duban.endtoend;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.AbstractQueryDto;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What the engine's queries may be asked for, read from their own classes: by which names, and which types they want. */
final class EngineQueries {

    private static final Map<String, Class<?>> BY_NAME = byName();

    private EngineQueries() {}

    /** The class of the query an address takes, e.g. {@code history/task} the one of finished tasks. */
    static Optional<Class<?>> of(String path) {
        boolean history = path.startsWith("history/");
        String thing = camel(path.replaceFirst("^history/", "").replaceFirst("/count$", ""));
        Stream<String> names = history
                ? Stream.of("Historic" + thing, "Historic" + thing + "Instance", thing + "Log")
                : Stream.of(thing);
        return names.map(each -> BY_NAME.get(each + "QueryDto"))
                .filter(each -> each != null)
                .findFirst()
                .map(each -> (Class<?>) each);
    }

    /** The names a query knows, with a type of each, as its setters say. */
    static Map<String, Class<?>> fields(Class<?> query) {
        Map<String, Class<?>> found = new TreeMap<>();
        for (Method method : query.getMethods()) {
            CamundaQueryParam named = method.getAnnotation(CamundaQueryParam.class);
            if (named != null && method.getParameterCount() == 1) {
                found.put(named.value(), method.getParameterTypes()[0]);
            }
        }
        return found;
    }

    /** Query strings that ask for what there is not: every name with a value of no meaning. */
    static List<String> strings(Class<?> query) {
        return fields(query).keySet().stream()
                .map(name -> name + "=kein%20Wert")
                .toList();
    }

    /** Query strings that hold nothing, or less than nothing, where a date, a number or a list is wanted. */
    static List<String> mistyped(Class<?> query) {
        return typed(query).flatMap(name -> Stream.of(name + "=", name + "=-1")).toList();
    }

    /** Bodies in which one field, each in its turn, holds what it cannot hold. */
    static List<Map<String, Object>> bodies(Class<?> query) {
        return typed(query)
                .flatMap(name -> Stream.of(
                        Collections.<String, Object>singletonMap(name, null),
                        Map.<String, Object>of(name, List.of(Map.of("a", "b")))))
                .toList();
    }

    private static Stream<String> typed(Class<?> query) {
        return fields(query).entrySet().stream()
                .filter(each -> each.getValue() != String.class)
                .map(Map.Entry::getKey);
    }

    private static String camel(String path) {
        StringBuilder name = new StringBuilder();
        for (String word : path.split("[-/]")) {
            name.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static Map<String, Class<?>> byName() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(AbstractQueryDto.class));
        Map<String, Class<?>> found = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        scan.findCandidateComponents("org.camunda.bpm.engine.rest.dto")
                .forEach(each -> names.add(String.valueOf(each.getBeanClassName())));
        for (String name : names) {
            try {
                Class<?> type = Class.forName(name);
                found.put(type.getSimpleName(), type);
            } catch (ClassNotFoundException gone) {
                throw new IllegalStateException(gone);
            }
        }
        return found;
    }
}
