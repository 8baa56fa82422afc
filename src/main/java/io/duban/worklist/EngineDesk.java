package io.duban.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.engine.SystemCalls;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers, in the engine's own shapes, those calls of Tasklist that are ours: forms, claiming and putting back. */
@Component
class EngineDesk {

    /** What stands in a path where a task's id may stand. */
    private static final Set<String> NO_TASK = Set.of("count", "report", "create");

    /** Giving a task to somebody else, which the engine does itself. */
    private static final Set<String> GIVING = Set.of("assignee", "delegate");

    private final Submissions submissions;
    private final StartForms starts;
    private final Claims claims;
    private final FormVariables variables;
    private final RepositoryService repositoryService;
    private final OpenTasks tasks;
    private final SystemCalls system;

    EngineDesk(
            OpenTasks tasks,
            Submissions submissions,
            StartForms starts,
            Claims claims,
            FormVariables variables,
            RepositoryService repositoryService,
            SystemCalls system) {
        this.tasks = tasks;
        this.submissions = submissions;
        this.starts = starts;
        this.claims = claims;
        this.variables = variables;
        this.repositoryService = repositoryService;
        this.system = system;
    }

    /** What is sent back; without a body it is 204. */
    record Answer(@Nullable Map<String, Object> body) {

        static final Answer DONE = new Answer(null);
    }

    /** The answer to one of our calls, or nothing: then the call is the engine's. */
    Optional<Answer> answer(EngineCall call, HttpServletRequest request, SignedIn person) throws IOException {
        if (call.path().isEmpty()) {
            return Optional.empty();
        }
        return switch (call.path().get(0)) {
            case "task" -> task(call, request, person);
            case "process-definition" -> start(call, request, person);
            default -> Optional.empty();
        };
    }

    private Optional<Answer> task(EngineCall call, HttpServletRequest request, SignedIn person) throws IOException {
        var shown = call.matches("GET", "task/*/form-variables");
        if (shown.isPresent()) {
            return shownAs(submissions.view(shown.get().get(0), person));
        }
        var form = call.matches("GET", "task/*/deployed-form");
        if (form.isPresent()) {
            return Optional.of(
                    new Answer(OfferedOptions.asMap(submissions.form(form.get().get(0), person))));
        }
        var submitted = call.matches("POST", "task/*/submit-form");
        if (submitted.isPresent()) {
            submissions.submit(submitted.get().get(0), person, variables.fields(request));
            return Optional.of(Answer.DONE);
        }
        var claimed = call.matches("POST", "task/*/claim");
        if (claimed.isPresent()) {
            refuseForOthers(variables.body(request), person);
            claims.claim(claimed.get().get(0), person);
            return Optional.of(Answer.DONE);
        }
        var unclaimed = call.matches("POST", "task/*/unclaim");
        if (unclaimed.isPresent()) {
            claims.unclaim(unclaimed.get().get(0), person);
            return Optional.of(Answer.DONE);
        }
        requireReadable(call, person);
        return Optional.empty();
    }

    /**
     * What the engine answers about one task itself follows the same rule as our own doors; administrators repair what it
     * holds, which is ids and flags.
     */
    private void requireReadable(EngineCall call, SignedIn person) {
        boolean one = !person.administrator()
                && call.path().size() > 1
                && !NO_TASK.contains(call.path().get(1));
        if (one && EngineWriteGuard.READING.contains(call.method())) {
            tasks.readable(call.path().get(1), person);
        } else if (one && GIVING.contains(call.path().get(call.path().size() - 1))) {
            tasks.find(call.path().get(1), person);
        }
    }

    private Optional<Answer> start(EngineCall call, HttpServletRequest request, SignedIn person) throws IOException {
        String last = call.path().get(call.path().size() - 1);
        if (!List.of("form-variables", "submit-form", "deployed-start-form").contains(last)) {
            return Optional.empty();
        }
        Optional<ProcessDefinition> process = process(call);
        if (process.isEmpty()) {
            throw Refusal.notFound("没有这个流程。", "There is no such process.");
        }
        if ("GET".equals(call.method()) && "form-variables".equals(last)) {
            return shownAs(starts.view(process.get(), person));
        }
        if ("GET".equals(call.method()) && "deployed-start-form".equals(last)) {
            return Optional.of(new Answer(OfferedOptions.in(starts.view(process.get(), person))));
        }
        if ("POST".equals(call.method()) && "submit-form".equals(last)) {
            return Optional.of(new Answer(instance(starts.submit(process.get(), person, variables.fields(request)))));
        }
        return Optional.empty();
    }

    private Optional<ProcessDefinition> process(EngineCall call) {
        List<String> path = call.path();
        ProcessDefinitionQuery query = repositoryService.createProcessDefinitionQuery();
        if (path.size() == 3) {
            query.processDefinitionId(path.get(1));
        } else if (path.size() == 4 && "key".equals(path.get(1))) {
            query.processDefinitionKey(path.get(2)).withoutTenantId().latestVersion();
        } else if (path.size() == 6 && "tenant-id".equals(path.get(3))) {
            query.processDefinitionKey(path.get(2)).tenantIdIn(path.get(4)).latestVersion();
        } else {
            return Optional.empty();
        }
        return Optional.ofNullable(system.call(query::singleResult));
    }

    private Optional<Answer> shownAs(FilledForm form) {
        return Optional.of(new Answer(variables.envelope(form.data())));
    }

    private static void refuseForOthers(JsonNode body, SignedIn person) {
        String whom = body.path("userId").asText(person.person());
        if (!Objects.equals(whom, person.person())) {
            throw Refusal.forbidden("claim-for-self", "岗位权限", "只能为自己领取待办。", "You can claim for yourself only.");
        }
    }

    private static Map<String, Object> instance(HistoricProcessInstance instance) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("links", List.of());
        answer.put("id", instance.getId());
        answer.put("definitionId", instance.getProcessDefinitionId());
        answer.put("definitionKey", instance.getProcessDefinitionKey());
        answer.put("businessKey", instance.getBusinessKey());
        answer.put("caseInstanceId", null);
        answer.put("ended", instance.getEndTime() != null);
        answer.put("suspended", false);
        answer.put("tenantId", instance.getTenantId());
        return answer;
    }
}
