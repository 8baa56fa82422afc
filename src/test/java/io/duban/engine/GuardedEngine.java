package io.duban.engine;

import io.duban.model.ExpressionGrammar;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A small engine with our guards built in, a service task {@code act}, a bean to ask, and a vault nobody may see. */
final class GuardedEngine {

    static final Map<String, Class<?>> VARIABLES = Map.of(
            "caseId",
            String.class,
            "result",
            String.class,
            "founded",
            Boolean.class,
            "round",
            Integer.class,
            "due",
            Date.class,
            "problems",
            String.class);

    private GuardedEngine() {}

    static final class OpenCases implements AskedByModels {
        public List<String> of(String caseId) {
            return List.of(caseId);
        }
    }

    static final class Vault {
        public String open() {
            return "secret";
        }
    }

    static DefaultListableBeanFactory beans(JavaDelegate act) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("act", act);
        beans.registerSingleton("openCases", new OpenCases());
        beans.registerSingleton("reporterVault", new Vault());
        return beans;
    }

    static EngineGuards guards(JavaDelegate act) {
        return new EngineGuards(new ModelBeans(beans(act)), () -> List.of(() -> VARIABLES));
    }

    static ProcessEngine start() {
        return start(execution -> {}, configuration -> {});
    }

    static ProcessEngine start(JavaDelegate act, Consumer<ProcessEngineConfigurationImpl> settings) {
        return SmallEngine.start(configuration -> {
            configuration.getProcessEnginePlugins().add(guards(act));
            settings.accept(configuration);
        });
    }

    static ExpressionGrammar grammar() {
        ModelBeans beans = new ModelBeans(beans(execution -> {}));
        return new ExpressionGrammar(VARIABLES::containsKey, beans::hold, beans::answers);
    }

    static ModelGate gate() {
        return new ModelGate(GuardedEngine::grammar);
    }

    /** Does something as a thread that answers a web request. */
    static <T> T inRequest(Callable<T> work) throws Exception {
        RequestThread.begin();
        try {
            return work.call();
        } finally {
            RequestThread.end();
        }
    }

    /** One process of one service task or wait state around it. */
    static String process(String inner) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xi="http://www.w3.org/2001/XInclude" id="definitions_x" targetNamespace="http://duban.io/bpmn">
                  <bpmn:process id="x" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
                    %s
                    <bpmn:sequenceFlow id="f2" sourceRef="step" targetRef="end"/>
                    <bpmn:endEvent id="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(inner);
    }

    static Map<String, Object> flags(String name, Object value) {
        Map<String, Object> flags = new HashMap<>();
        flags.put(name, value);
        return flags;
    }
}
