package io.duban.worklist;

import io.duban.engine.SystemCalls;
import io.duban.form.Flags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * The last look before a task is completed: only short values under names that the model itself reads (in conditions,
 * candidates, dates, mappings or decision inputs) may become variables.
 */
@Component
class DeclaredFlags {

    private static final int LONGEST = 120;
    private static final Pattern READS =
            Pattern.compile("[$#]\\{([^}]*)}|(?:source|target|elementVariable)=\"(\\w+)\"|<(?:\\w+:)?text>([^<]*)<");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final RepositoryService repositoryService;
    private final SystemCalls system;
    private final Map<String, Set<String>> names = new ConcurrentHashMap<>();

    DeclaredFlags(RepositoryService repositoryService, SystemCalls system) {
        this.repositoryService = repositoryService;
        this.system = system;
    }

    /**
     * Hands the flags through.
     *
     * @throws IllegalStateException if one is not declared or not a flag: a mistake of ours, not of the person
     */
    Map<String, Object> checked(Flags flags, String processDefinitionId) {
        Set<String> declared = declaredFor(processDefinitionId);
        flags.values().forEach((name, value) -> {
            if (!declared.contains(name) || !isShort(value)) {
                throw new IllegalStateException("'" + name + "' is not a declared flag of " + processDefinitionId);
            }
        });
        return flags.values();
    }

    private Set<String> declaredFor(String processDefinitionId) {
        String deployment = system.call(() -> repositoryService.getProcessDefinition(processDefinitionId))
                .getDeploymentId();
        return names.computeIfAbsent(deployment, this::read);
    }

    private Set<String> read(String deployment) {
        Set<String> read = new HashSet<>();
        system.call(() -> repositoryService.getDeploymentResourceNames(deployment)).stream()
                .filter(resource -> resource.endsWith(".bpmn") || resource.endsWith(".dmn"))
                .map(resource -> text(deployment, resource))
                .forEach(model -> READS.matcher(model)
                        .results()
                        .forEach(hit -> NAME.matcher(hit.group()).results().forEach(name -> read.add(name.group()))));
        return read;
    }

    private String text(String deployment, String resource) {
        try (var in = system.call(() -> repositoryService.getResourceAsStream(deployment, resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " of " + deployment, unreadable);
        }
    }

    private static boolean isShort(Object value) {
        return value instanceof Boolean
                || value instanceof Integer
                || value instanceof Date
                || (value instanceof String text && text.length() <= LONGEST);
    }
}
