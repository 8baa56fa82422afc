package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With the application's setting that commands do not log what went wrong, a failed job is still found in the log. */
class FailedJobsTest {

    private static final String CANARY = "家长李某电话";

    private final List<ILoggingEvent> logged = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event);
        }
    };

    @BeforeEach
    void listen() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stop() {
        root.detachAppender(appender);
    }

    @Test
    void aJobThatFailsIsLoggedWithReferenceJobAndKindOfFailureButNotWithItsWords() {
        ProcessEngine engine = SmallEngine.start(configuration -> {
            new EngineSetup().logFailedJobs();
            configuration.setEnableCmdExceptionLogging(false);
            Map<Object, Object> beans = new HashMap<>();
            beans.put("fails", (JavaDelegate) execution -> {
                throw new IllegalStateException(CANARY);
            });
            configuration.setBeans(beans);
        });
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "failing.bpmn",
                            SmallEngine.process("failing")
                                    .startEvent()
                                    .serviceTask()
                                    .camundaAsyncBefore()
                                    .camundaDelegateExpression("${fails}")
                                    .endEvent()
                                    .done())
                    .deploy();
            engine.getRuntimeService().startProcessInstanceByKey("failing");
            String job = engine.getManagementService()
                    .createJobQuery()
                    .singleResult()
                    .getId();
            var configuration = (org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl)
                    engine.getProcessEngineConfiguration();
            configuration.getJobExecutor().start();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(lines(Level.ERROR))
                            .anyMatch(line -> line.contains(job)
                                    && line.contains("java.lang.IllegalStateException")
                                    && line.matches("(?s)reference [0-9a-f-]{36}: .*")));
            assertThat(lines(Level.DEBUG)).noneMatch(line -> line.contains(CANARY));
        } finally {
            engine.close();
        }
    }

    @Test
    void aLostRaceIsNoFailure() {
        new EngineSetup().logFailedJobs();

        ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob("job-1", new OptimisticLockingException("row"));

        assertThat(lines(Level.WARN)).isEmpty();
        assertThat(lines(Level.INFO)).anyMatch(line -> line.contains("job-1"));
    }

    @Test
    void theInnermostFailureTellsWhere() {
        var failure = new RuntimeException(CANARY, new IllegalArgumentException(CANARY));

        assertThat(FailedJobs.described(failure))
                .startsWith("java.lang.RuntimeException caused by java.lang.IllegalArgumentException")
                .contains("at " + FailedJobsTest.class.getName())
                .doesNotContain(CANARY);
    }

    private List<String> lines(Level least) {
        return logged.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(least))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .toList();
    }
}
