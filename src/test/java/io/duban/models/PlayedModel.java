package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One process of the folder {@code bpmn} on the engine shared by all test classes of the models: deployed with its
 * forms, decisions and played callees before the class, and demanded to be walked completely after it.
 */
final class PlayedModel implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final String CASE_ID = "case-1";

    private static final WalkRecorder RECORDER = new WalkRecorder();

    private static final ProcessEngine ENGINE = engine(RECORDER);

    private final BpmnModelInstance model;

    private final List<String> decisions;

    private final List<BpmnModelInstance> callees = new ArrayList<>();

    private String deploymentId = "";

    private String definitionId = "";

    private PlayedModel(BpmnModelInstance model, List<String> decisions) {
        this.model = model;
        this.decisions = decisions;
    }

    /** The process of a file and the decision tables it is deployed with, the names all without extension. */
    static PlayedModel of(String file, String... decisions) {
        var path = Path.of("bpmn", file + ".bpmn");
        return new PlayedModel(Bpmn.readModelFromFile(path.toFile()), List.of(decisions));
    }

    /** Adds a callee that waits in one user task, {@code userTask_<id>}, for whatever the test makes it answer. */
    PlayedModel calling(String calleeId) {
        callees.add(Bpmn.createExecutableProcess(calleeId)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("userTask_" + calleeId)
                .endEvent()
                .done());
        return this;
    }

    /** An engine in memory without job executor: a timer fires when the test says so. */
    static ProcessEngine engine(BpmnParseListener listener) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("models-" + System.identityHashCode(listener));
        configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName() + ";DB_CLOSE_DELAY=-1");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listener)));
        return configuration.buildProcessEngine();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        BpmnAwareTests.init(ENGINE);
        var deployment = repositoryService().createDeployment().name(processId());
        deployment.addModelInstance(processId() + ".bpmn", model);
        for (var callee : callees) {
            deployment.addModelInstance("callee-" + callees.indexOf(callee) + ".bpmn", callee);
        }
        for (var decision : decisions) {
            deployment.addString(decision + ".dmn", Files.readString(Path.of("bpmn", decision + ".dmn")));
        }
        for (var form : forms()) {
            deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
        }
        deploymentId = deployment.deploy().getId();
        definitionId = repositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .processDefinitionKey(processId())
                .singleResult()
                .getId();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        BpmnAwareTests.init(ENGINE);
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> Mocks.register(method(task), (JavaDelegate) execution -> {}));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        runtimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> runtimeService().deleteProcessInstance(id, "end of the test"));
        Mocks.reset();
        BpmnAwareTests.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        BpmnAwareTests.init(ENGINE);
        var missing = RECORDER.missing(definitionId, model);
        repositoryService().deleteDeployment(deploymentId, true);
        BpmnAwareTests.reset();
        assertThat(missing)
                .as("nodes and flows of %s that no test has walked", processId())
                .isEmpty();
    }

    /** Starts the process with {@link #CASE_ID} as its business key. */
    ProcessInstance start(Map<String, Object> variables) {
        return runtimeService().startProcessInstanceById(definitionId, CASE_ID, variables);
    }

    /** Makes the service task of that name set these variables. */
    static void sets(String serviceTask, Map<String, Object> variables) {
        Mocks.register(serviceTask, (JavaDelegate) execution -> execution.setVariables(variables));
    }

    static Offer offer(Task task) {
        return Offer.of(task, taskService());
    }

    /** When the timer of that event will fire. */
    static Date due(String eventId, ProcessInstance instance) {
        return managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(eventId)
                .singleResult()
                .getDuedate();
    }

    static void fire(String eventId, ProcessInstance instance) {
        var job = managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(eventId)
                .singleResult();
        managementService().executeJob(job.getId());
    }

    /** The running instances that the instance has called of that process. */
    static List<ProcessInstance> called(String calleeId, ProcessInstance caller) {
        return runtimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .processDefinitionKey(calleeId)
                .list();
    }

    /** Six in the evening of a day in Shanghai. */
    static Date evening(String day) {
        return Date.from(Instant.parse(day + "T10:00:00Z"));
    }

    private String processId() {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    private List<String> forms() {
        var ofStarts = model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef);
        var ofTasks = model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef);
        return Stream.concat(ofStarts, ofTasks).filter(form -> form != null).toList();
    }

    private static String method(ServiceTask task) {
        return task.getCamundaDelegateExpression().replaceAll("[${}]", "");
    }
}
