package io.duban.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the engine needs from us beyond its settings in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    @Bean
    BusinessClock businessClock() {
        return new BusinessClock();
    }

    /** The engine waits for our own migrations: Flyway insists on being first in an empty schema; the demo's clock runs before it. */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin guardsAndTenants(
            ObjectProvider<TaskAdmission> admissions,
            ObjectProvider<TaskSeclusion> seclusions,
            ObjectProvider<Oversight> oversight,
            ObjectProvider<UnitTenants> tenants,
            ObjectProvider<StoredClock> storedClock,
            ObjectProvider<TermRegister> terms,
            @Value("${duban.session.rights-read-every:PT10S}") Duration rights) {
        storedClock.ifAvailable(StoredClock::restore);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                logFailedJobs();
                engine.setCustomJobHandlers(TimerGate.all((caseId, part, variable) ->
                        terms.getIfAvailable(() -> TermRegister.NONE).at(caseId, part, variable)));
                writeHistoryWithoutCounters(engine);
                UnitTenants units = unit -> tenants.getObject().of(unit);
                CaseTenants cases = new CaseTenants(units);
                engine.setTenantIdProvider(cases);
                Supplier<List<TaskAdmission>> rules =
                        () -> List.copyOf(admissions.orderedStream().toList());
                engine.setResourceAuthorizationProvider(new TaskGrants(rules));
                SignedInRights signedIn = new SignedInRights(
                        rights,
                        () -> oversight.orderedStream().toList(),
                        () -> seclusions.orderedStream().toList());
                engine.setCustomSessionFactories(new ArrayList<>(List.of(signedIn, new CappedTaskCounts())));
                var listeners = engine.getCustomPostBPMNParseListeners();
                engine.setCustomPostBPMNParseListeners(listeners == null ? new ArrayList<>() : listeners);
                engine.getCustomPostBPMNParseListeners().add(new AssignmentGuard(rules));
                engine.getCustomPostBPMNParseListeners().addAll(List.of(cases, new TaskTenants(units)));
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                CappedTaskCounts.mapOnto(engine);
            }
        };
    }

    private static void writeHistoryWithoutCounters(ProcessEngineConfigurationImpl engine) {
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new HistoryWithoutCounters());
    }

    /** The engine's own words about a failed job repeat the failure's message. */
    static void logFailedJobs() {
        ExecuteJobHelper.LOGGING_HANDLER = new FailedJobs();
    }

    /** The last of the plug-ins, so that none takes away what this one puts in front. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin engineGuards(ListableBeanFactory beans, ObjectProvider<VariableDeclarations> declared) {
        return new EngineGuards(
                new ModelBeans(beans), () -> declared.orderedStream().toList());
    }
}
