package io.duban.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** There is no script in this house: whoever asks the engine for a language is refused, whatever lies on the class path. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // the engine offers its expression language as a script; nobody is to have it
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw Refusal.of(
                "script", "no-scripts", "模型即代码（设计决定）", "流程中不得使用脚本，请改用服务任务。", "No scripts; use a service task.");
    }
}
