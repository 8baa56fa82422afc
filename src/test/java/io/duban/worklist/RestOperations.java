package io.duban.worklist;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every operation the engine's REST interface offers, read from its own annotations. */
public final class RestOperations {

    private RestOperations() {}

    /** Method and path below the engine, with {@code *} for each variable part, e.g. {@code GET task/*}. */
    public static Set<String> all() {
        Set<String> found = new TreeSet<>();
        walk(NamedProcessEngineRestServiceImpl.class, "", found, new HashSet<>());
        return new TreeSet<>(found.stream()
                .map(each -> each.replace(" */", " ").replace("engine/*/", ""))
                .toList());
    }

    /** The same of one resource of a web app's plug-in, below where its own annotation says it is. */
    public static Set<String> of(Class<?> resource) {
        Set<String> found = new TreeSet<>();
        walk(resource, resource.getAnnotation(Path.class).value(), found, new HashSet<>());
        return found;
    }

    private static void walk(Class<?> resource, String prefix, Set<String> found, Set<String> seen) {
        if (!seen.add(resource.getName() + " " + prefix)) {
            return;
        }
        for (Method method : resource.getMethods()) {
            List<Method> declared = declarations(method);
            String verb = declared.stream()
                    .flatMap(each -> Stream.of(each.getAnnotations()))
                    .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .filter(each -> each != null)
                    .map(HttpMethod::value)
                    .findFirst()
                    .orElse(null);
            String path = declared.stream()
                    .map(each -> each.getAnnotation(Path.class))
                    .filter(each -> each != null)
                    .map(Path::value)
                    .findFirst()
                    .orElse(null);
            if (verb != null) {
                found.add(verb + " " + plain(prefix + "/" + (path == null ? "" : path)));
            } else if (path != null) {
                walk(method.getReturnType(), prefix + "/" + path, found, seen);
            }
        }
    }

    private static List<Method> declarations(Method method) {
        List<Method> found = new ArrayList<>();
        for (Class<?> type : supertypes(method.getDeclaringClass())) {
            try {
                found.add(type.getMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException notThere) {
                continue;
            }
        }
        return found;
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new java.util.LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            all.add(each);
            for (Class<?> one : each.getInterfaces()) {
                all.addAll(supertypes(one));
            }
        }
        return all;
    }

    private static String plain(String path) {
        return path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "*")
                .replaceAll("/+", "/")
                .replaceAll("^/|/$", "");
    }
}
