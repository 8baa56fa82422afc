package io.duban.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets all that one step of a person asks of the engine happen in one command: what has been read is not read again, and
 * what changes is written in one flush when the step ends. A query in between sees what was stored before the step.
 */
@Component
public class OneCommand {

    private final CommandExecutor commands;

    OneCommand(ProcessEngine engine) {
        commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public <T> T call(Supplier<T> work) {
        return commands.execute(context -> work.get());
    }
}
