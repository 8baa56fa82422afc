package io.duban.endtoend;

import io.duban.DubanApplication;
import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import io.duban.engine.BusinessClock;
import io.duban.engine.OneProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An application on a database of its own that can be stopped and started again; timers fire when the clock is moved. */
final class Installation implements AutoCloseable {

    private final String profiles;
    private final List<String> properties;
    private ConfigurableApplicationContext context;

    private Installation(String profiles, List<String> properties) {
        this.profiles = profiles;
        this.properties = properties;
        context = started();
    }

    /** Starts on an empty database, on the morning of {@link EndToEnd#START}. */
    static Installation on(String profiles, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("--server.port=0");
        all.add("--camunda.bpm.job-execution.enabled=false");
        Installation fresh = new Installation(profiles, all);
        fresh.setClock(EndToEnd.START);
        return fresh;
    }

    private ConfigurableApplicationContext started() {
        boolean started = false;
        try {
            var running = new SpringApplicationBuilder(DubanApplication.class)
                    .profiles(profiles.split(","))
                    .run(properties.toArray(String[]::new));
            started = true;
            return running;
        } finally {
            if (!started) {
                OneProcess.forgetFailedStart();
            }
        }
    }

    /** Stops and starts; in between nothing is left of the old one but its database. */
    void restart() {
        context.close();
        ClockUtil.reset();
        context = started();
    }

    Duban duban() {
        return new Duban(bean(Environment.class).getRequiredProperty("local.server.port", Integer.class));
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void setClock(String time) {
        Duration offset =
                Duration.between(Instant.now(), OffsetDateTime.parse(time).toInstant());
        jdbc().update("update demo_clock set offset_millis = ?", offset.toMillis());
        bean(BusinessClock.class).runAheadBy(offset);
    }

    /** A further account in the group. */
    void account(String id, String group) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(open -> {
            Accounts accounts = bean(Accounts.class);
            accounts.ensureUsers(List.of(new NewUser(id, id, "", "duban-demo")));
            accounts.ensureMemberships(Map.of(id, Set.of(group, group.substring(0, group.indexOf('.')))));
        });
    }

    int count(String table) {
        return jdbc().queryForObject("select count(*) from " + table, Integer.class);
    }

    @Override
    public void close() {
        context.close();
        ClockUtil.reset();
    }
}
