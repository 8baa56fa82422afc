package io.duban.worklist;

import io.duban.engine.CaseKnowledge;
import io.duban.engine.SignedIn;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Of a case knows who may open it, and who is shown one of its tasks. */
@Component
class KnownCases implements CaseKnowledge {

    private final CaseBooks books;
    private final TaskService taskService;
    private final IdentityService identityService;

    KnownCases(CaseBooks books, TaskService taskService, IdentityService identityService) {
        this.identityService = identityService;
        this.books = books;
        this.taskService = taskService;
    }

    @Override
    public boolean mayKnow(String caseId) {
        return books.isReadable(caseId) || isShownATask(caseId);
    }

    /** Asked in the person's name, which the engine is not told on every path, or has forgotten when it has answered. */
    private boolean isShownATask(String caseId) {
        SignedIn person = SignedIn.required();
        Authentication before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(person.person(), person.groups(), person.tenants());
        try {
            return !taskService
                    .createTaskQuery()
                    .processVariableValueEquals(OpenTasks.CASE, caseId)
                    .listPage(0, 1)
                    .isEmpty();
        } finally {
            if (before == null) {
                identityService.clearAuthentication();
            } else {
                identityService.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
