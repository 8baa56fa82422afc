package io.duban.endtoend;

import io.duban.worklist.RestOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.camunda.bpm.welcome.plugin.spi.WelcomePlugin;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door through which something can be read: method and path, with a placeholder or {@code *} for each id. */
final class OpenDoors {

    private static final String WEB_APPS = "/camunda/api/";
    private static final String OPERATIONS = operations();

    private OpenDoors() {}

    static Set<String> all(RequestMappingHandlerMapping mappings) {
        Set<String> doors = new TreeSet<>(ours(mappings));
        doors.addAll(engines());
        doors.addAll(plugins("cockpit", CockpitPlugin.class));
        doors.addAll(plugins("tasklist", TasklistPlugin.class));
        doors.addAll(plugins("welcome", WelcomePlugin.class));
        return doors;
    }

    /** Without queries that are posted where the same can be asked with GET. */
    static Set<String> once(Set<String> all) {
        Set<String> doors = new TreeSet<>(all);
        doors.removeIf(door -> door.startsWith("POST ") && all.contains(door.replace("POST ", "GET ")));
        return doors;
    }

    private static Set<String> ours(RequestMappingHandlerMapping mappings) {
        Set<String> doors = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                mapping.getPatternValues().forEach(pattern -> doors.add("GET " + pattern));
            }
        });
        return doors;
    }

    /** What the list of operations opens and changes nothing: all that is read, and queries that are posted. */
    private static Set<String> engines() {
        Set<String> doors = new TreeSet<>();
        sections()
                .forEach((section, lines) -> lines.stream()
                        .filter(line -> line.startsWith("GET ")
                                || line.startsWith("POST ") && !section.startsWith("[administrators"))
                        .filter(line -> !line.contains("**"))
                        .filter(line -> !line.matches("POST (task/\\*/.*|identity/password-policy)"))
                        .map(line -> line.contains(" /") ? line : line.replace(" ", " " + DoorWalk.ENGINE))
                        .forEach(doors::add));
        return doors;
    }

    /** Lists of the engine are asked for a page. */
    static String page(String path) {
        boolean list = path.contains("/camunda/") && !path.endsWith("count") && !path.endsWith("*");
        return list ? "?firstResult=0&maxResults=50" : "";
    }

    /** Whether the list of operations opens the door to watchers alone; nobody else comes as far as the rule for reading. */
    static boolean isForWatchers(String door) {
        String line = door.replace(DoorWalk.ENGINE, "");
        return door.contains("/cockpit/")
                || sections().entrySet().stream()
                        .anyMatch(each -> each.getKey().startsWith("[watchers")
                                && each.getValue().contains(line));
    }

    private static <T extends AppPlugin> Set<String> plugins(String app, Class<T> type) {
        Set<String> doors = new TreeSet<>();
        for (T plugin : ServiceLoader.load(type)) {
            plugin.getResourceClasses().stream()
                    .flatMap(resource -> RestOperations.of(resource).stream())
                    .filter(each -> each.matches("(GET|POST) .*") && !each.contains("/static/"))
                    .map(each -> each.replaceFirst("plugin/([^/]+)/\\*/", "plugin/$1/default/"))
                    .forEach(each -> doors.add(each.replace(" ", " " + WEB_APPS + app + "/")));
        }
        return doors;
    }

    /** The lines of the list of operations, by the line of the roles above them. */
    private static Map<String, Set<String>> sections() {
        Map<String, Set<String>> sections = new TreeMap<>();
        String roles = "";
        for (String line : OPERATIONS.split("\\R")) {
            roles = line.startsWith("[") ? line : roles;
            sections.computeIfAbsent(roles, any -> new TreeSet<>()).add(line);
        }
        return sections;
    }

    private static String operations() {
        try (var in = new ClassPathResource("engine-operations.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
