package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text becomes code: neither at the expression manager nor in a query, however deep, nor in a filter. */
class GuardedExpressionsTest {

    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = GuardedEngine.start(execution -> {}, configuration -> {
            configuration.setEnableExpressionsInAdhocQueries(true);
            configuration.setEnableExpressionsInStoredQueries(true);
        });
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    static List<String> payloads() {
        return Payloads.EXPRESSIONS;
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noneIsMadeAnExpression(String payload) {
        var manager = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager();

        assertThatThrownBy(() -> manager.createExpression(payload)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ((JuelExpressionManager) manager).createValueExpression(payload))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(
                        () -> ((JuelExpressionManager) manager).toElProvider().createExpression(payload))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noneTravelsInAQueryHoweverDeep(String payload) {
        var tasks = engine.getTaskService();

        assertRefused(
                () -> tasks.createTaskQuery().taskAssigneeExpression(payload).list());
        assertRefused(
                () -> tasks.createTaskQuery().taskAssigneeExpression(payload).count());
        assertRefused(() -> tasks.createTaskQuery()
                .or()
                .taskNameLike("a")
                .taskCandidateGroupInExpression(payload)
                .endOr()
                .list());
        assertRefused(() -> tasks.createTaskQuery()
                .or()
                .taskNameLike("a")
                .endOr()
                .or()
                .dueBeforeExpression(payload)
                .endOr()
                .count());
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noneIsStoredInAFilterOrBroughtToOne(String payload) {
        var filters = engine.getFilterService();
        TaskQuery outer = engine.getTaskService().createTaskQuery().taskOwnerExpression(payload);
        TaskQuery inner = engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskOwnerExpression(payload)
                .endOr();
        Filter plain = filters.newTaskFilter("plain")
                .setQuery(engine.getTaskService().createTaskQuery().taskNameLike("a"));
        filters.saveFilter(plain);

        for (TaskQuery query : List.of(outer, inner)) {
            assertRefused(() -> filters.saveFilter(filters.newTaskFilter("evil").setQuery(query)));
            assertRefused(() -> filters.list(plain.getId(), query));
            assertRefused(() -> filters.count(plain.getId(), query));
            assertRefused(() -> filters.singleResult(plain.getId(), query));
        }
        filters.deleteFilter(plain.getId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "${caseId}",
                "#{caseId}",
                "${!founded}",
                "${result == 'UNFOUNDED'}",
                "${result == 'A' || result == 'B'}",
                "${round >= 2}",
                "${act}",
                "office.${caseId}",
                "${openCases.of(caseId)}",
                "#{execution.processBusinessKey}"
            })
    void whatOurModelsNeedIsMade(String text) {
        var manager = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager();

        assertThatCode(() -> manager.createExpression(text)).doesNotThrowAnyException();
    }

    /** Even if a text got past the grammar. */
    @ParameterizedTest
    @ValueSource(strings = {"class", "bytes", "length", "open", "processEngineServices", "id"})
    void theResolverTakesNoStepToAnyObject(String property) {
        NarrowResolver resolver = new NarrowResolver(new ModelBeans(GuardedEngine.beans(execution -> {})));
        ELContext context = context(resolver);

        for (Object base : List.of("text", new GuardedEngine.Vault(), new GuardedEngine.OpenCases(), String.class)) {
            assertThatThrownBy(() -> resolver.getValue(context, base, property)).isInstanceOf(ELException.class);
        }
        assertThatThrownBy(() -> resolver.invoke(context, "text", "getClass", null, null))
                .isInstanceOf(ELException.class);
        assertThatThrownBy(() -> resolver.invoke(context, new GuardedEngine.OpenCases(), "getClass", null, null))
                .isInstanceOf(ELException.class);
        assertThat(resolver.getValue(context, null, "reporterVault")).isNull();
        assertThat(resolver.getValue(context, null, "openCases")).isNotNull();
    }

    @Test
    void modelsSeeServiceTasksAndMarkedBeansOnly() {
        ModelBeans beans = new ModelBeans(GuardedEngine.beans(execution -> {}));

        assertThat(beans.names()).containsExactly("act", "openCases");
        assertThat(beans.hold("reporterVault")).isFalse();
    }

    @Test
    void thereIsNoScriptEngine() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .as("FEEL is the language of decision tables, JUEL the engine's own; neither is handed out")
                .allMatch(each -> each.getClass().getName().matches("org\\.camunda\\.(feel|bpm\\.engine)\\..*"));
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getScriptEngineResolver())
                .isInstanceOf(NoScripts.class);
        assertThatThrownBy(() -> new NoScripts().getScriptEngine("javascript", true))
                .isInstanceOf(Refusal.class);
    }

    private static ELContext context(NarrowResolver resolver) {
        CompositeELResolver all = new CompositeELResolver();
        all.add(resolver);
        return new JuelExpressionManager()
                .createElContext(org.camunda.bpm.engine.variable.Variables.emptyVariableContext());
    }

    private static void assertRefused(Runnable query) {
        assertThatThrownBy(query::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("query-expression"));
    }
}
