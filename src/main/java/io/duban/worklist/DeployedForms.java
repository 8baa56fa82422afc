package io.duban.worklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.SystemCalls;
import io.duban.form.FormSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The forms as deployed together with a process version, so that a running case keeps the form it began with. */
@Component
class DeployedForms {

    private final RepositoryService repositoryService;
    private final SystemCalls system;
    private final ObjectMapper json;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repositoryService, SystemCalls system, ObjectMapper json) {
        this.repositoryService = repositoryService;
        this.system = system;
        this.json = json;
    }

    /**
     * The form of a process version.
     *
     * @param form the form's id, which is also its file's basename
     */
    FormSchema of(String processDefinitionId, String form) {
        String deployment = system.call(() -> repositoryService.getProcessDefinition(processDefinitionId))
                .getDeploymentId();
        return schemas.computeIfAbsent(deployment + "/" + form, each -> read(deployment, form + ".form"));
    }

    private FormSchema read(String deployment, String resource) {
        try (var in = system.call(() -> repositoryService.getResourceAsStream(deployment, resource))) {
            return new FormSchema(json.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " of " + deployment, unreadable);
        }
    }
}
