package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.MissingResourceException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;

/** Whatever an exception says where it is thrown, nobody reads it: not the caller, not the job log, not the log. */
class QuietedTest {

    private static final String CANARY = "金丝雀姓名13900000000";

    private static ProcessEngine engine;
    private static Supplier<RuntimeException> next;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @BeforeAll
    static void start() {
        engine = GuardedEngine.start(
                execution -> {
                    throw next.get();
                },
                configuration -> {
                    configuration.setEnableCmdExceptionLogging(false);
                    configuration.setFailedJobRetryTimeCycle("R1/PT0S");
                });
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "x.bpmn",
                        GuardedEngine.process("<bpmn:serviceTask id=\"step\" camunda:asyncBefore=\"true\""
                                + " camunda:delegateExpression=\"${act}\"/>"))
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void listen() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg %quietEx%n");
        @SuppressWarnings("unchecked")
        var rules = (java.util.Map<String, String>) context.getObject("PATTERN_RULE_REGISTRY");
        var known = rules == null ? new HashMap<String, String>() : rules;
        known.put("quietEx", QuietLog.class.getName());
        context.putObject("PATTERN_RULE_REGISTRY", known);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(appender);
        QuietLog.quiet(true);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(appender);
        QuietLog.quiet(false);
    }

    static List<Supplier<RuntimeException>> points() {
        SQLException sql = new SQLException(CANARY, "23505");
        Stream<RuntimeException> plain = Stream.of(
                new RuntimeException(CANARY),
                new IllegalStateException(CANARY),
                new IllegalArgumentException(CANARY),
                new NullPointerException(CANARY),
                new ArithmeticException(CANARY),
                new ClassCastException(CANARY),
                new IndexOutOfBoundsException(CANARY),
                new UnsupportedOperationException(CANARY),
                new NoSuchElementException(CANARY),
                new ConcurrentModificationException(CANARY),
                new DateTimeException(CANARY),
                new NumberFormatException(CANARY),
                new SecurityException(CANARY),
                new MissingResourceException(CANARY, CANARY, CANARY),
                new CompletionException(CANARY, new IOException(CANARY)),
                new UncheckedIOException(CANARY, new IOException(CANARY)),
                new UndeclaredThrowableException(new IOException(CANARY), CANARY));
        Stream<RuntimeException> database = Stream.of(
                new DataIntegrityViolationException(CANARY, sql),
                new EmptyResultDataAccessException(CANARY, 1),
                new InvalidDataAccessApiUsageException(CANARY),
                new QueryTimeoutException(CANARY),
                new BadSqlGrammarException(CANARY, "insert '" + CANARY + "'", sql),
                new UncategorizedSQLException(CANARY, "insert '" + CANARY + "'", sql),
                new TransactionSystemException(CANARY));
        Stream<RuntimeException> engineOnes = Stream.of(
                new ProcessEngineException(CANARY),
                new ProcessEngineException(CANARY, sql),
                new BadUserRequestException(CANARY),
                new NotFoundException(CANARY),
                new NotValidException(CANARY),
                new NullValueException(CANARY),
                new AuthorizationException(CANARY),
                new org.camunda.bpm.engine.ParseException(CANARY, CANARY, List.of(), List.of()));
        List<RuntimeException> all =
                Stream.of(plain, database, engineOnes).flatMap(each -> each).toList();
        Stream<RuntimeException> wrapped = all.stream()
                .limit(12)
                .map(each -> new IllegalStateException(CANARY, new ProcessEngineException(CANARY, each)));
        Stream<RuntimeException> suppressed = all.stream().limit(4).map(each -> {
            RuntimeException outer = new IllegalStateException(CANARY);
            outer.addSuppressed(each);
            return outer;
        });
        return Stream.of(all.stream(), wrapped, suppressed)
                .flatMap(each -> each)
                .<Supplier<RuntimeException>>map(each -> () -> each)
                .toList();
    }

    @Test
    void thereAreFortyPoints() {
        assertThat(points()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("points")
    void theJobLogTheIncidentAndTheLogKeepNoWordOfIt(Supplier<RuntimeException> point) {
        next = point;
        var instance = engine.getRuntimeService().startProcessInstanceByKey("x");
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();

        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isNotNull();

        var failed = engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult();
        assertThat(failed.getExceptionMessage()).startsWith("故障 ").doesNotContain(CANARY);
        assertThat(engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                .contains("故障 ")
                .doesNotContain(CANARY);
        engine.getHistoryService()
                .createHistoricJobLogQuery()
                .jobId(job.getId())
                .failureLog()
                .list()
                .forEach(line -> {
                    assertThat(line.getJobExceptionMessage()).doesNotContain(CANARY);
                    assertThat(engine.getHistoryService().getHistoricJobLogExceptionStacktrace(line.getId()))
                            .doesNotContain(CANARY);
                });
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .isNotEmpty()
                .allMatch(incident ->
                        !String.valueOf(incident.getIncidentMessage()).contains(CANARY));
        LoggerFactory.getLogger("anywhere").error("reference", point.get());
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("reference").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource("points")
    void theCallerGetsAReferenceAndNoWordOfIt(Supplier<RuntimeException> point) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        RequestThread.begin();
        try {
            new QuietErrors()
                    .doFilter(new MockHttpServletRequest("GET", "/engine-rest/task"), response, (asked, answer) -> {
                        RequestThread.failed(point.get());
                        var http = (jakarta.servlet.http.HttpServletResponse) answer;
                        http.setStatus(500);
                        http.setContentType("application/json");
                        http.getWriter().write("{\"message\":\"" + CANARY + "\"}");
                    });
        } finally {
            RequestThread.end();
        }
        var advice = new ProblemAdvice().other(point.get(), new org.springframework.mock.web.MockHttpServletRequest());

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("reference", "编号")
                .doesNotContain(CANARY);
        assertThat(response.getStatus()).isBetween(400, 599);
        assertThat(advice.toString()).doesNotContain(CANARY);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(CANARY);
    }

    @Test
    void whatFailsInTheSamePlaceHasTheSameNumber() {
        RuntimeException failure = new IllegalStateException(CANARY);

        assertThat(Quieted.of(failure).getMessage())
                .isEqualTo(Quieted.of(failure).getMessage())
                .contains("java.lang.IllegalStateException");
    }

    @Test
    void theLogOfAFailureNamesItsKindsWhatTheDatabaseCalledItAndItsPlaceAndNoWordOfIt() {
        var failure = new IllegalStateException(
                CANARY, new UncategorizedSQLException(CANARY, CANARY, new SQLException(CANARY, "57P01")));

        new ProblemAdvice().other(failure, new MockHttpServletRequest("POST", "/api/orders"));

        assertThat(log.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains(
                        "reference ",
                        "java.lang.IllegalStateException caused by",
                        "SQLSTATE 57P01",
                        " at io.duban.engine.QuietedTest.");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("java.sql.SQLException (SQLSTATE 57P01)")
                .doesNotContain("io.duban.engine.Quieted\n", CANARY);
    }

    @Test
    void aTraceThatIsRepeatedIsWrittenOnce() {
        for (int time = 0; time < 3; time++) {
            new ProblemAdvice()
                    .other(new ConcurrentModificationException(CANARY), new MockHttpServletRequest("POST", "/"));
        }

        String written = log.toString(StandardCharsets.UTF_8);
        assertThat(written.split("reference ", -1)).hasSize(4);
        assertThat(written.split("\tio.duban.engine.QuietedTest|\tat io.duban.engine.QuietedTest.aTrace", -1))
                .hasSize(2);
        assertThat(written.split("同前", -1)).hasSize(3);
    }

    @Test
    void aRefusalStillSpeaks() throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        RequestThread.begin();
        try {
            new QuietErrors()
                    .doFilter(new MockHttpServletRequest("POST", "/engine-rest/task"), response, (asked, answer) -> {
                        RequestThread.failed(new ProcessEngineException(
                                CANARY, Refusal.forbidden("accused-unit", "INV-05", "被督办单位不得办理。", "no")));
                        ((jakarta.servlet.http.HttpServletResponse) answer).sendError(500, CANARY);
                    });
        } finally {
            RequestThread.end();
        }

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("accused-unit")
                .doesNotContain(CANARY);
    }
}
