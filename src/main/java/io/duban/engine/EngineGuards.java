package io.duban.engine;

import io.duban.model.ExpressionGrammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.function.SingletonSupplier;

/** Builds the guards into the engine itself, where no door leads around them. */
final class EngineGuards extends AbstractProcessEnginePlugin {

    private final ExpressionGrammar grammar;
    private final ModelBeans beans;
    private final VariableGate variables;

    EngineGuards(ModelBeans beans, Supplier<List<VariableDeclarations>> declared) {
        this.beans = beans;
        Supplier<Map<String, Class<?>>> types = SingletonSupplier.of(() -> merged(declared.get()));
        variables = new VariableGate(types);
        grammar = new ExpressionGrammar(variables::knows, beans::hold, beans::answers);
    }

    private static Map<String, Class<?>> merged(List<VariableDeclarations> declared) {
        Map<String, Class<?>> types = new HashMap<>();
        declared.forEach(each -> types.putAll(each.types()));
        return Map.copyOf(types);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new ModelGate(() -> grammar))));
        engine.setExpressionManager(new GuardedExpressions(grammar, beans));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setCmmnEnabled(false);
        engine.setHistoryEventProducer(new QuietHistory());
        engine.setFailedJobCommandFactory((job, failure) -> new DefaultJobRetryCmd(job, Quieted.of(failure)));
        engine.setCustomPreCommandInterceptorsTxRequired(gates(engine));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(gates(engine));
    }

    private static List<CommandInterceptor> gates(ProcessEngineConfigurationImpl engine) {
        return new ArrayList<>(List.of(
                new CommandGate(() -> engine.getIdentityService().getCurrentAuthentication() != null),
                new QueryGate()));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        var engine = (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
        engine.setVariableTypes(variables.around(engine.getVariableSerializers()));
    }
}
