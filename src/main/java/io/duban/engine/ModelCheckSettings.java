package io.duban.engine;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** {@code --duban.models.check}: the models are held against the application in memory; the real database is not opened, and no file is written. */
class ModelCheckSettings implements EnvironmentPostProcessor {

    static final String CHECK = "duban.models.check";

    /** Whoever checks has no keys, and none is made for them. */
    private static final String SEALS_NOTHING = Base64.getEncoder().encodeToString(new byte[32]);

    static boolean isAsked(Environment environment) {
        return !"false".equals(environment.getProperty(CHECK, "false"));
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isAsked(environment)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", "jdbc:h2:mem:duban-models-check;DB_CLOSE_DELAY=-1");
        settings.put("spring.datasource.driver-class-name", "org.h2.Driver");
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.datasource.password", "");
        settings.put("spring.datasource.hikari.connection-init-sql", "select 1"); // a profile's is for its own database
        for (String sealed : List.of("duban.vault", "duban.evidence")) {
            settings.put(sealed + ".key-file", "");
            settings.put(sealed + ".key", SEALS_NOTHING);
        }
        settings.put("duban.vault.rotate-from", "");
        settings.put("camunda.bpm.job-execution.enabled", "false");
        settings.put("logging.level.root", "ERROR");
        environment.getPropertySources().addFirst(new MapPropertySource(CHECK, settings));
    }
}
