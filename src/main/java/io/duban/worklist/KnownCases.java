package io.duban.worklist;

import io.duban.engine.CaseKnowledge;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Of a case knows who may open it, and who is shown one of its tasks. */
@Component
class KnownCases implements CaseKnowledge {

    private final CaseBooks books;
    private final TaskService taskService;

    KnownCases(CaseBooks books, TaskService taskService) {
        this.books = books;
        this.taskService = taskService;
    }

    @Override
    public boolean mayKnow(String caseId) {
        return books.isReadable(caseId)
                || !taskService
                        .createTaskQuery()
                        .processVariableValueEquals(OpenTasks.CASE, caseId)
                        .listPage(0, 1)
                        .isEmpty();
    }
}
