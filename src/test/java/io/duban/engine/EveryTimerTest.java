package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every timer of every model, with the engine's own column saying now and the date of the case saying later. */
class EveryTimerTest {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\s*(!?)\\s*([A-Za-z]\\w*)");
    private static final Date LATER = Date.from(Instant.parse("2031-01-31T16:00:00Z"));
    private static final Date PASSED = Date.from(Instant.parse("2021-01-31T16:00:00Z"));

    /** What the register of deadlines says of a date; nothing, and the variable of the case counts. */
    private static final Map<String, Instant> REGISTER = new HashMap<>();

    private static ProcessEngine engine;

    private final List<String> done = new ArrayList<>();

    /** One timer of a file. */
    record Timer(Path file, String id) {

        @Override
        public String toString() {
            return file.getFileName() + " " + id;
        }
    }

    @BeforeAll
    static void start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("timers-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName() + ";DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setCustomJobHandlers(
                TimerGate.all((caseId, part, variable) -> Optional.ofNullable(REGISTER.get(variable))));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void clear() {
        Mocks.reset();
        REGISTER.clear();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(each -> engine.getRepositoryService().deleteDeployment(each.getId(), true));
    }

    static List<Timer> timers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .flatMap(file ->
                            Bpmn.readModelFromFile(file.toFile())
                                    .getModelElementsByType(TimerEventDefinition.class)
                                    .stream()
                                    .map(each -> new Timer(file, ((FlowNode) each.getParentElement()).getId())))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("timers")
    void thatComesEarlyDoesNothingAndIsSetAgain(Timer timer) {
        String instance = waiting(timer, LATER);
        Job early = job(instance, timer);
        engine.getManagementService().setJobDuedate(early.getId(), PASSED);
        List<String> before = List.copyOf(done);
        List<String> standing = engine.getRuntimeService().getActiveActivityIds(instance);

        engine.getManagementService().executeJob(early.getId());

        assertThat(done).isEqualTo(before);
        assertThat(engine.getRuntimeService().getActiveActivityIds(instance)).isEqualTo(standing);
        Job again = job(instance, timer);
        assertThat(again.getId()).isNotEqualTo(early.getId());
        assertThat(again.getDuedate()).hasSameTimeAs(LATER);
    }

    /** The variable of the case and the engine's column both say it is time; only the register knows it was moved. */
    @ParameterizedTest
    @MethodSource("timers")
    void whoseTermWasMovedInTheRegisterDoesNothingAndIsSetForTheNewDay(Timer timer) {
        String instance = waiting(timer, PASSED);
        REGISTER.put(variable(timer), LATER.toInstant());
        List<String> before = List.copyOf(done);
        List<String> standing = engine.getRuntimeService().getActiveActivityIds(instance);

        engine.getManagementService().executeJob(job(instance, timer).getId());

        assertThat(done).isEqualTo(before);
        assertThat(engine.getRuntimeService().getActiveActivityIds(instance)).isEqualTo(standing);
        assertThat(job(instance, timer).getDuedate()).hasSameTimeAs(LATER);
    }

    @ParameterizedTest
    @MethodSource("timers")
    void thatComesInItsTimeGoesOff(Timer timer) {
        String instance = waiting(timer, PASSED);
        Job due = job(instance, timer);

        try {
            engine.getManagementService().executeJob(due.getId());
        } catch (ProcessEngineException laterStep) {
            assertThat(laterStep)
                    .as("a decision or process that is not deployed here")
                    .hasMessageContaining("deployed");
        }

        assertThat(done).isNotEmpty();
    }

    private static String variable(Timer timer) {
        return Bpmn.readModelFromFile(timer.file().toFile())
                .getModelElementById(timer.id())
                .getChildElementsByType(TimerEventDefinition.class)
                .iterator()
                .next()
                .getTimeDate()
                .getTextContent()
                .replaceAll("[${}\\s]", "");
    }

    private static Job job(String instance, Timer timer) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer.id())
                .singleResult();
    }

    /** An instance that stands where the timer runs; whatever it asks for by name is there. */
    private String waiting(Timer timer, Date due) {
        BpmnModelInstance model = Bpmn.readModelFromFile(timer.file().toFile());
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(timer.file().getFileName().toString(), model)
                .deploy();
        Map<String, Object> variables = new HashMap<>(Map.of("caseId", "c1"));
        EXPRESSION
                .matcher(text(timer.file()))
                .results()
                .forEach(found -> variables.put(found.group(2), found.group(1).isEmpty() ? "x" : true));
        for (var task : model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ServiceTask.class)) {
            String bean = task.getCamundaDelegateExpression().replaceAll("[${}]", "");
            variables.remove(bean);
            Mocks.register(bean, (JavaDelegate) execution -> done.add(bean));
        }
        model.getModelElementsByType(TimerEventDefinition.class)
                .forEach(each ->
                        variables.put(each.getTimeDate().getTextContent().replaceAll("[${}\\s]", ""), due));
        model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaDueDate() != null)
                .forEach(task -> variables.put(task.getCamundaDueDate().replaceAll("[${}\\s]", ""), due));
        return engine.getRuntimeService()
                .createProcessInstanceByKey(model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId())
                .setVariables(variables)
                .startBeforeActivity(place(model, timer))
                .execute()
                .getId();
    }

    private static String place(BpmnModelInstance model, Timer timer) {
        var event = model.getModelElementById(timer.id());
        if (event instanceof BoundaryEvent boundary) {
            return boundary.getAttachedTo().getId();
        }
        if (event instanceof StartEvent) {
            return model.getModelElementsByType(UserTask.class)
                    .iterator()
                    .next()
                    .getId();
        }
        return ((FlowNode) event)
                .getIncoming().stream()
                        .map(SequenceFlow::getSource)
                        .filter(EventBasedGateway.class::isInstance)
                        .map(FlowNode::getId)
                        .findFirst()
                        .orElse(timer.id());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
