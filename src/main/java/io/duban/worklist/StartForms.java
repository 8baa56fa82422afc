package io.duban.worklist;

import io.duban.casework.CaseEntries;
import io.duban.casework.Place;
import io.duban.engine.Causes;
import io.duban.engine.Refusal;
import io.duban.engine.SignedIn;
import io.duban.engine.SystemCalls;
import io.duban.form.Fields;
import io.duban.form.FormBinding;
import io.duban.form.FormRegistry;
import io.duban.form.FormSchema;
import io.duban.form.Situation;
import io.duban.form.TypedContent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** 发起: a start form becomes a command of a capability, which starts the process itself. */
@Service
class StartForms {

    private final FormRegistry forms;
    private final DeployedForms deployed;
    private final FormService formService;
    private final HistoryService historyService;
    private final AuthorizationService authorizationService;
    private final CaseEntries entries;
    private final SystemCalls system;
    private final TransactionTemplate transaction;

    StartForms(
            FormRegistry forms,
            DeployedForms deployed,
            FormService formService,
            HistoryService historyService,
            AuthorizationService authorizationService,
            CaseEntries entries,
            SystemCalls system,
            PlatformTransactionManager transactions) {
        this.forms = forms;
        this.deployed = deployed;
        this.formService = formService;
        this.historyService = historyService;
        this.authorizationService = authorizationService;
        this.entries = entries;
        this.system = system;
        this.transaction = new TransactionTemplate(transactions);
    }

    FilledForm view(ProcessDefinition process, SignedIn person) {
        refuseUnlessAllowed(process, person);
        FormBinding binding = forms.binding(process.getKey());
        FormSchema form = deployed.of(process.getId(), formOf(process, binding));
        return transaction.execute(open ->
                new FilledForm(form.json(), form.shown(Submissions.shown(binding, situation(process, person)))));
    }

    /** Carries out what the person typed; answers the process instance that came of it. */
    HistoricProcessInstance submit(ProcessDefinition process, SignedIn person, Map<String, Object> fields) {
        refuseUnlessAllowed(process, person);
        FormBinding binding = forms.binding(process.getKey());
        try {
            return transaction.execute(open -> {
                Situation situation = situation(process, person);
                FormSchema form = deployed.of(process.getId(), formOf(process, binding));
                Supplier<Map<String, Object>> shown = SingletonSupplier.of(() -> Submissions.shown(binding, situation));
                Fields typed = form.check(fields, shown);
                TypedContent content = TypedContent.of(form, typed, shown);
                var flags = binding.submit().apply(situation, typed).values();
                HistoricProcessInstance begun = started(process.getKey(), flags);
                entries.add(place(flags), process.getKey(), form, content, List::of);
                return begun;
            });
        } catch (ProcessEngineException failure) {
            throw Causes.refusalIn(failure)
                    .<RuntimeException>map(refusal -> refusal)
                    .orElse(failure);
        }
    }

    private HistoricProcessInstance started(String key, Map<String, Object> flags) {
        Object caseId = flags.get(OpenTasks.CASE);
        if (caseId == null) {
            throw new IllegalStateException("the desk of " + key + " answers no caseId");
        }
        return system
                .call(() -> historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseId.toString())
                        .processDefinitionKey(key)
                        .orderByProcessInstanceStartTime()
                        .desc()
                        .listPage(0, 1))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the desk of " + key + " started no process"));
    }

    private static Place place(Map<String, Object> flags) {
        return new Place(
                String.valueOf(flags.get(OpenTasks.CASE)), Objects.requireNonNullElse(OpenTasks.subject(flags), ""));
    }

    private void refuseUnlessAllowed(ProcessDefinition process, SignedIn person) {
        boolean may = authorizationService.isUserAuthorized(
                person.person(),
                person.groups(),
                Permissions.CREATE_INSTANCE,
                Resources.PROCESS_DEFINITION,
                process.getKey());
        if (!may) {
            throw Refusal.forbidden("may-start", "岗位权限", "您的岗位不能发起该流程。", "You may not start this process.");
        }
        if (process.isSuspended()) {
            throw Refusal.conflict("suspended", null, "该流程已被管理员暂停，暂不能发起。", "This process is suspended.");
        }
    }

    private String formOf(ProcessDefinition process, FormBinding binding) {
        var ref =
                system.call(() -> formService.getStartFormData(process.getId())).getCamundaFormRef();
        return ref == null ? binding.form() : ref.getKey();
    }

    private static Situation situation(ProcessDefinition process, SignedIn person) {
        return new Situation(process.getKey(), "", null, person.person());
    }
}
