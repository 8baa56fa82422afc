package io.duban.worklist;

import io.duban.engine.StandingAside;
import io.duban.engine.SystemCalls;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whoever asks the engine by an id for what runs of a case they may not know of, and is refused, has made an attempt like
 * at any door of ours. Tasks are watched over by {@link EngineDesk}.
 */
@Component
class EngineAttempts {

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final SystemCalls system;
    private final StandingAside aside;

    EngineAttempts(
            RuntimeService runtimeService,
            ManagementService managementService,
            SystemCalls system,
            StandingAside aside) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.system = system;
        this.aside = aside;
    }

    /** @param status what the engine has answered */
    void note(EngineCall call, int status) {
        if (status >= HttpStatus.BAD_REQUEST.value()
                && call.path().size() > 1
                && EngineWriteGuard.READING.contains(call.method())) {
            system.call(() -> caseOf(call.path().get(0), call.path().get(1))).ifPresent(aside::attempted);
        }
    }

    private Optional<String> caseOf(String kind, String id) {
        return instanceOf(kind, id)
                .map(instance -> runtimeService.getVariable(instance, OpenTasks.CASE))
                .map(Objects::toString);
    }

    private Optional<String> instanceOf(String kind, String id) {
        return switch (kind) {
            case "process-instance", "execution" ->
                Optional.ofNullable(runtimeService
                                .createExecutionQuery()
                                .executionId(id)
                                .singleResult())
                        .map(Execution::getProcessInstanceId);
            case "variable-instance" ->
                Optional.ofNullable(runtimeService
                                .createVariableInstanceQuery()
                                .variableId(id)
                                .singleResult())
                        .map(VariableInstance::getProcessInstanceId);
            case "job" ->
                Optional.ofNullable(managementService.createJobQuery().jobId(id).singleResult())
                        .map(Job::getProcessInstanceId);
            case "incident" ->
                Optional.ofNullable(runtimeService
                                .createIncidentQuery()
                                .incidentId(id)
                                .singleResult())
                        .map(Incident::getProcessInstanceId);
            default -> Optional.empty();
        };
    }
}
