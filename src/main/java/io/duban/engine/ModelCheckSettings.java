package io.duban.engine;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** {@code --duban.models.check}: the models are held against the application in memory; the real database is not opened. */
class ModelCheckSettings implements EnvironmentPostProcessor {

    static final String CHECK = "duban.models.check";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("false".equals(environment.getProperty(CHECK, "false"))) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", "jdbc:h2:mem:duban-models-check;DB_CLOSE_DELAY=-1");
        settings.put("spring.datasource.driver-class-name", "org.h2.Driver");
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.datasource.password", "");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("logging.level.root", "ERROR");
        environment.getPropertySources().addFirst(new MapPropertySource(CHECK, settings));
    }
}
