package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Outside the demo a guard that is taken away keeps the application from starting. */
class StartRefusalsTest {

    private static final HikariDataSource POOL = new HikariDataSource();
    private static final FilterChainProxy GUARDED = new FilterChainProxy(new DefaultSecurityFilterChain(
            AnyRequestMatcher.INSTANCE,
            List.of(new AuthorizationFilter(
                    (who, what) -> new org.springframework.security.authorization.AuthorizationDecision(false)))));

    private static ProcessEngine running;

    @BeforeAll
    static void start() {
        running = SmallEngine.start(right());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void asItIsShippedItStarts() {
        with(
                right(),
                engine -> assertThatCode(() -> new StartRefusals(engine, POOL, new MockEnvironment(), GUARDED)
                                .afterSingletonsInstantiated())
                        .doesNotThrowAnyException());
    }

    @Test
    void authorizationOff() {
        assertRefused(right().andThen(engine -> engine.setAuthorizationEnabled(false)), "权限检查未开启");
    }

    @Test
    void tenantsNotChecked() {
        assertRefused(right().andThen(engine -> engine.setTenantCheckEnabled(false)), "租户隔离未开启");
    }

    @Test
    void expressionsInQueries() {
        assertRefused(right().andThen(engine -> engine.setEnableExpressionsInAdhocQueries(true)), "查询表达式未关闭");
        assertRefused(right().andThen(engine -> engine.setEnableExpressionsInStoredQueries(true)), "查询表达式未关闭");
    }

    @Test
    void deserializationOpen() {
        assertRefused(right().andThen(engine -> engine.setDeserializationTypeValidationEnabled(false)), "反序列化防护未开启");
        assertRefused(right().andThen(engine -> engine.setJavaSerializationFormatEnabled(true)), "反序列化防护未开启");
    }

    @Test
    void theEnginesOwnPool() {
        with(
                right(),
                engine -> assertThatThrownBy(
                                () -> new StartRefusals(engine, new PooledDataSource(), new MockEnvironment(), GUARDED)
                                        .afterSingletonsInstantiated())
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("HikariCP"));
    }

    @Test
    void anOpenConsole() {
        var settings = new MockEnvironment().withProperty("spring.h2.console.enabled", "true");
        with(
                right(),
                engine -> assertThatThrownBy(
                                () -> new StartRefusals(engine, POOL, settings, GUARDED).afterSingletonsInstantiated())
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("H2"));
    }

    @Test
    void restWithoutAuthentication() {
        var open = new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, List.of()));
        with(
                right(),
                engine -> assertThatThrownBy(() -> new StartRefusals(engine, POOL, new MockEnvironment(), open)
                                .afterSingletonsInstantiated())
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("/engine-rest/engine")
                        .hasMessageContaining("/camunda/api/engine/engine"));
    }

    @Test
    void anEmptyGroupOfAdministrators() {
        with(right(), engine -> {
            var identity = engine.getIdentityService();
            var check = new AdministratorsExist(identity);
            assertThatThrownBy(() -> check.run(new DefaultApplicationArguments()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("管理员组");

            identity.saveUser(identity.newUser("somebody"));
            AdministratorsExist.GROUPS.forEach(group -> {
                identity.saveGroup(identity.newGroup(group));
                identity.createMembership("somebody", group);
            });
            assertThatCode(() -> check.run(new DefaultApplicationArguments())).doesNotThrowAnyException();
        });
    }

    @Test
    void theReasonIsReadWithoutAStackTrace() {
        var analysis = new StartRefusedAnalyzer().analyze(new StartRefused("why"));

        assertThat(analysis.getDescription()).isEqualTo("why");
        assertThat(analysis.getAction()).contains("改正配置");
    }

    private static Consumer<ProcessEngineConfigurationImpl> right() {
        return engine -> {
            engine.setAuthorizationEnabled(true);
            engine.setGroupResourceWhitelistPattern("[A-Za-z0-9._-]+");
            engine.setEnableExpressionsInAdhocQueries(false);
            engine.setEnableExpressionsInStoredQueries(false);
            engine.setDeserializationTypeValidationEnabled(true);
        };
    }

    private static void assertRefused(Consumer<ProcessEngineConfigurationImpl> settings, String why) {
        with(
                settings,
                engine -> assertThatThrownBy(() -> new StartRefusals(engine, POOL, new MockEnvironment(), GUARDED)
                                .afterSingletonsInstantiated())
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(why));
    }

    /** One engine for all: what is asked is how it is configured when the question comes. */
    private static void with(Consumer<ProcessEngineConfigurationImpl> settings, Consumer<ProcessEngine> work) {
        var configured = (ProcessEngineConfigurationImpl) running.getProcessEngineConfiguration();
        settings.accept(configured);
        try {
            work.accept(running);
        } finally {
            configured.setTenantCheckEnabled(true);
            configured.setJavaSerializationFormatEnabled(false);
            right().accept(configured);
        }
    }
}
