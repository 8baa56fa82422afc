package io.duban.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import io.duban.casework.CaseEntries;
import io.duban.casework.Place;
import io.duban.engine.OneCommand;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.engine.SystemCalls;
import io.duban.engine.TaskAdmission;
import io.duban.form.Fields;
import io.duban.form.FormBinding;
import io.duban.form.FormRegistry;
import io.duban.form.FormSchema;
import io.duban.form.Situation;
import io.duban.form.TypedContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * 办理: the one way in which what a person typed into a task's form becomes a command of a capability and the task is
 * completed with routing flags only, all in one transaction; what was typed stays with the case.
 */
@Service
class Submissions {

    private final OpenTasks tasks;
    private final Claims claims;
    private final FormRegistry forms;
    private final DeployedForms deployed;
    private final DeclaredFlags declared;
    private final CaseSteps steps;
    private final CaseEntries entries;
    private final ObjectProvider<TaskAdmission> admissions;
    private final TaskService taskService;
    private final SystemCalls system;
    private final OneCommand step;
    private final TransactionTemplate transaction;

    Submissions(
            OpenTasks tasks,
            Claims claims,
            FormRegistry forms,
            DeployedForms deployed,
            DeclaredFlags declared,
            CaseSteps steps,
            CaseEntries entries,
            ObjectProvider<TaskAdmission> admissions,
            TaskService taskService,
            SystemCalls system,
            OneCommand step,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.claims = claims;
        this.forms = forms;
        this.deployed = deployed;
        this.declared = declared;
        this.steps = steps;
        this.entries = entries;
        this.admissions = admissions;
        this.taskService = taskService;
        this.system = system;
        this.step = step;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The form of a task the person may see, with the data it shows. */
    FilledForm view(String taskId, SignedIn person) {
        return claims.inRace(
                taskId,
                () -> transaction.execute(open -> step.call(() -> {
                    Task task = tasks.readable(taskId, person);
                    FormBinding binding = forms.binding(task.getTaskDefinitionKey());
                    FormSchema form = deployed.of(task.getProcessDefinitionId(), formOf(task, binding));
                    return new FilledForm(
                            form.json(), form.shown(shown(binding, situation(tasks.caseOf(task), person))));
                })));
    }

    /** The form alone, as it was deployed with the case, of a task the person may see. */
    JsonNode form(String taskId, SignedIn person) {
        return claims.inRace(taskId, () -> {
            Task task = tasks.readable(taskId, person);
            FormBinding binding = forms.binding(task.getTaskDefinitionKey());
            return deployed.of(task.getProcessDefinitionId(), formOf(task, binding))
                    .json();
        });
    }

    /**
     * Carries out what the person typed and completes the task.
     *
     * @throws Refusal naming the field and the rule; or, as a conflict, the state the case is in by now
     */
    void submit(String taskId, SignedIn person, Map<String, Object> fields) {
        try {
            claims.inRace(
                    taskId,
                    () -> transaction.execute(open -> {
                        step.run(() -> carryOut(tasks.find(taskId, person), person, fields));
                        return taskId;
                    }));
        } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
            throw tasks.lostRace(taskId);
        }
    }

    private void carryOut(Task task, SignedIn person, Map<String, Object> fields) {
        if (task.isSuspended()) {
            throw Refusal.conflict(
                    "suspended", null, "该事项已被管理员暂停，恢复后方可办理。", "This case is suspended; wait until it is resumed.");
        }
        CaseTask subject = tasks.caseOf(task);
        claims.take(task, person);
        admissions
                .orderedStream()
                .forEach(rule -> rule.admit(task.getTaskDefinitionKey(), subject.caseId(), person.person()));
        FormBinding binding = forms.binding(task.getTaskDefinitionKey());
        Situation situation = situation(subject, person);
        FormSchema form = deployed.of(task.getProcessDefinitionId(), formOf(task, binding));
        Supplier<Map<String, Object>> shown = SingletonSupplier.of(() -> shown(binding, situation));
        Fields typed = form.check(fields, shown);
        TypedContent content = TypedContent.of(form, typed, shown);
        var flags = declared.checked(binding.submit().apply(situation, typed), task.getProcessDefinitionId());
        if (steps.isKept(task.getProcessDefinitionId(), subject.key())) {
            entries.add(place(subject), subject.key(), form, content, () -> claims.offeredTo(task));
        }
        system.run(() -> complete(task, flags));
    }

    private static Place place(CaseTask task) {
        return new Place(task.caseId(), Objects.requireNonNullElse(task.subjectId(), ""));
    }

    private void complete(Task task, Map<String, Object> flags) {
        if (task.getDelegationState() == DelegationState.PENDING) {
            taskService.resolveTask(task.getId());
        }
        taskService.complete(task.getId(), flags);
    }

    static Map<String, Object> shown(FormBinding binding, Situation situation) {
        return new HashMap<>(binding.view().apply(situation));
    }

    private static Situation situation(CaseTask task, SignedIn person) {
        return new Situation(task.key(), task.caseId(), task.subjectId(), person.person());
    }

    private static String formOf(Task task, FormBinding binding) {
        return task.getCamundaFormRef() == null
                ? binding.form()
                : task.getCamundaFormRef().getKey();
    }
}
