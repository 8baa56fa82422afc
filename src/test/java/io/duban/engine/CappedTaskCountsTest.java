package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CappedTaskCountsTest {

    private final ProcessEngine engine = SmallEngine.start(configuration -> {
        configuration.setCustomSessionFactories(new ArrayList<>(List.of(new CappedTaskCounts())));
        configuration.getProcessEnginePlugins().add(new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                CappedTaskCounts.mapOnto(engine);
            }
        });
    });

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aPersonsCountStopsBehindAThousandAndTheApplicationsOwnIsExact() {
        tasks(1_000);
        assertThat(countOf("li")).as("not cut yet").isEqualTo(1_000);

        tasks(3);
        assertThat(countOf("li")).as("shown as 1000+").isEqualTo(1_001);
        assertThat(all().count()).isEqualTo(1_003);
    }

    private TaskQuery all() {
        return engine.getTaskService().createTaskQuery().taskName("work");
    }

    private long countOf(String person) {
        engine.getIdentityService().setAuthentication(person, List.of());
        try {
            return all().count();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void tasks(int many) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            for (int i = 0; i < many; i++) {
                TaskEntity task = new TaskEntity();
                task.setName("work");
                task.insert();
            }
            return null;
        });
    }
}
