package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but declared flags is stored by the engine, whoever writes and in whatever way. */
class VariableGateTest {

    private static ProcessEngine engine;
    private static java.util.function.Consumer<DelegateExecution> act = execution -> {};

    private String instance;
    private String task;

    @BeforeAll
    static void start() {
        engine = GuardedEngine.start(execution -> act.accept(execution), configuration -> {
            configuration.setDeserializationTypeValidationEnabled(true);
            configuration.setJavaSerializationFormatEnabled(true);
        });
        engine.getRepositoryService()
                .createDeployment()
                .addString("x.bpmn", GuardedEngine.process("<bpmn:userTask id=\"step\"/>"))
                .deploy();
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "y.bpmn",
                        GuardedEngine.process("<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${act}\"/>")
                                .replace("id=\"x\"", "id=\"y\""))
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void begin() {
        act = execution -> {};
        instance = engine.getRuntimeService().startProcessInstanceByKey("x").getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    void declaredFlagsAreStored() {
        engine.getRuntimeService().setVariables(instance, Map.of("caseId", "c", "founded", true, "round", 2));
        engine.getRuntimeService().setVariable(instance, "due", new Date(0));
        engine.getRuntimeService().setVariable(instance, "result", null);

        assertThat(engine.getRuntimeService().getVariables(instance)).containsKeys("caseId", "founded", "round", "due");
    }

    @Test
    void anUndeclaredNameIsRefusedWhoeverWritesIt() {
        var runtime = engine.getRuntimeService();
        var tasks = engine.getTaskService();
        act = execution -> execution.setVariable("reporter", "x");

        List.<Runnable>of(
                        () -> runtime.setVariable(instance, "reporter", "x"),
                        () -> runtime.setVariableLocal(instance, "reporter", "x"),
                        () -> runtime.setVariables(instance, GuardedEngine.flags("reporter", "x")),
                        () -> tasks.setVariable(task, "reporter", "x"),
                        () -> tasks.setVariableLocal(task, "reporter", "x"),
                        () -> tasks.complete(task, GuardedEngine.flags("reporter", "x")),
                        () -> engine.getFormService().submitTaskForm(task, GuardedEngine.flags("reporter", "x")),
                        () -> runtime.startProcessInstanceByKey("x", GuardedEngine.flags("reporter", "x")),
                        () -> runtime.startProcessInstanceByKey("y"),
                        () -> runtime.createProcessInstanceByKey("x")
                                .setVariableLocal("reporter", "x")
                                .execute())
                .forEach(VariableGateTest::assertRefused);
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("reporter")
                        .count())
                .isZero();
    }

    @Test
    void aDeclaredNameKeepsItsTypeAndStaysShort() {
        var runtime = engine.getRuntimeService();

        assertRefused(() -> runtime.setVariable(instance, "founded", "yes"));
        assertRefused(() -> runtime.setVariable(instance, "round", 2L));
        assertRefused(() -> runtime.setVariable(instance, "round", new BigDecimal("2")));
        assertRefused(() -> runtime.setVariable(instance, "result", "长".repeat(121)));
        assertRefused(() -> runtime.setVariable(instance, "result", new byte[] {1}));
        assertRefused(() -> runtime.setVariable(instance, "result", new ArrayList<>(List.of("x"))));
        assertRefused(() -> runtime.setVariable(instance, "result", new HashMap<>(Map.of("x", 1))));
        assertRefused(() -> runtime.setVariable(
                instance,
                "result",
                Variables.fileValue("x.txt").file(new byte[] {1}).create()));
    }

    static List<String> gadgets() {
        return List.of(
                "org.apache.commons.collections.functors.InvokerTransformer",
                "org.apache.commons.collections4.comparators.TransformingComparator",
                "org.springframework.beans.factory.ObjectFactory",
                "org.springframework.context.support.ClassPathXmlApplicationContext",
                "org.springframework.context.support.FileSystemXmlApplicationContext",
                "com.sun.rowset.JdbcRowSetImpl",
                "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
                "javax.management.BadAttributeValueExpException",
                "java.rmi.server.UnicastRemoteObject",
                "java.net.URL",
                "java.util.PriorityQueue",
                "java.util.logging.FileHandler",
                "java.lang.ProcessBuilder",
                "java.lang.Runtime",
                "javax.script.ScriptEngineManager",
                "ch.qos.logback.core.db.DriverManagerConnectionSource",
                "ch.qos.logback.core.db.JNDIConnectionSource",
                "com.zaxxer.hikari.HikariConfig",
                "org.h2.jdbcx.JdbcDataSource",
                "org.postgresql.ds.PGSimpleDataSource",
                "com.mchange.v2.c3p0.JndiRefForwardingDataSource",
                "org.apache.tomcat.dbcp.dbcp2.BasicDataSource",
                "com.caucho.config.types.ResourceRef",
                "java.io.File",
                "java.util.HashMap<java.lang.String,java.lang.Object>");
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void noSerializedObjectIsStoredOrReadBack(String type) {
        assertThat(gadgets()).hasSizeGreaterThanOrEqualTo(20);
        for (String format : List.of("application/json", "application/x-java-serialized-object", "application/xml")) {
            var value = Variables.serializedObjectValue("rO0ABXQAAXg=")
                    .objectTypeName(type)
                    .serializationDataFormat(format)
                    .create();
            assertThatThrownBy(() -> engine.getRuntimeService().setVariable(instance, "result", value))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> engine.getTaskService().complete(task, GuardedEngine.flags("result", value)))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(engine.getRuntimeService().getVariables(instance)).doesNotContainKey("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nrOfInstances", "loopCounter"})
    void theEnginesOwnCountersAreNumbers(String counter) {
        engine.getRuntimeService().setVariable(instance, counter, 1);
        assertRefused(() -> engine.getRuntimeService().setVariable(instance, counter, "text"));
    }

    private static void assertRefused(Runnable write) {
        assertThatThrownBy(write::run)
                .satisfies(failure ->
                        assertThat(Causes.refusalIn(failure).map(Refusal::rule)).contains("variable-list"));
    }
}
