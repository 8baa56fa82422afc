package io.duban.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/**
 * Outside the demo the application does not start with a guard taken away: it refuses before the first connection is
 * taken and says which setting to put right. (Default passwords and missing administrators have refusals of their own.)
 */
@Component
@Profile("!demo")
class StartRefusals implements SmartInitializingSingleton {

    private final ProcessEngine engine;
    private final DataSource pool;
    private final Environment settings;
    private final FilterChainProxy security;

    StartRefusals(ProcessEngine engine, DataSource pool, Environment settings, FilterChainProxy security) {
        this.engine = engine;
        this.pool = pool;
        this.settings = settings;
        this.security = security;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(engine(engine.getProcessEngineConfiguration()));
        wrong.addAll(pool(pool));
        wrong.addAll(disk(pool));
        wrong.addAll(console(settings));
        wrong.addAll(doors(security));
        if (!wrong.isEmpty()) {
            throw new StartRefused("启动失败 Start refused: " + String.join("; ", wrong));
        }
    }

    static List<String> engine(ProcessEngineConfiguration configured) {
        List<String> wrong = new ArrayList<>();
        if (!configured.isAuthorizationEnabled()) {
            wrong.add("权限检查未开启，请设置 camunda.bpm.authorization.enabled=true (the engine's authorization is off)");
        }
        var inner = (ProcessEngineConfigurationImpl) configured;
        if (!inner.isTenantCheckEnabled()) {
            wrong.add("租户隔离未开启，请设置 tenantCheckEnabled=true (districts would see each other)");
        }
        if (inner.isEnableExpressionsInAdhocQueries() || inner.isEnableExpressionsInStoredQueries()) {
            wrong.add("查询表达式未关闭，请设置 enableExpressionsIn…Queries=false (expressions in queries are on)");
        }
        if (inner.isJavaSerializationFormatEnabled() || !inner.isDeserializationTypeValidationEnabled()) {
            wrong.add("反序列化防护未开启 (deserialization is not limited)");
        }
        return wrong;
    }

    /** The engine's own pool lost a timer under load, and knows nothing of our transactions. */
    static List<String> pool(DataSource source) {
        return source instanceof HikariDataSource
                ? List.of()
                : List.of("连接池必须为HikariCP，不得使用引擎自带连接池 (the pool is "
                        + source.getClass().getSimpleName() + " and not HikariCP)");
    }

    /** A session can ask that its commits be written ({@link DurableCommits}), not that the server wait for the disk. */
    static List<String> disk(DataSource source) {
        boolean postgresql = source instanceof HikariDataSource pool && DurableCommits.isPostgresql(pool.getJdbcUrl());
        return postgresql && "off".equals(new JdbcTemplate(source).queryForObject("show fsync", String.class))
                ? List.of("PostgreSQL 的 fsync 已关闭，断电会丢失已答复的工作，请在 postgresql.conf 中设置 fsync = on"
                        + " (the server does not wait for its disk)")
                : List.of();
    }

    static List<String> console(Environment settings) {
        return settings.getProperty("spring.h2.console.enabled", Boolean.class, false)
                ? List.of("H2控制台已打开，请设置 spring.h2.console.enabled=false (the H2 console is open)")
                : List.of();
    }

    static List<String> doors(FilterChainProxy security) {
        List<String> open = new ArrayList<>();
        for (String address : List.of("/engine-rest/engine", "/camunda/api/engine/engine", "/camunda/app/cockpit/")) {
            var filters = security.getFilters(address);
            if (filters == null || filters.stream().noneMatch(AuthorizationFilter.class::isInstance)) {
                open.add("接口 " + address + " 未受登录保护 (reachable without authentication)");
            }
        }
        return open;
    }
}
