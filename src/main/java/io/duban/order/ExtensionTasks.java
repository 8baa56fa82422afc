package io.duban.order;

import static io.duban.order.ExtensionVariables.EXTENSION_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of extension.bpmn (延期审批). */
@Configuration(proxyBeanMethods = false)
class ExtensionTasks {

    private final Extensions extensions;

    ExtensionTasks(Extensions extensions) {
        this.extensions = extensions;
    }

    @Bean
    JavaDelegate grantExtension() {
        return execution -> extensions.grant(extensionId(execution));
    }

    @Bean
    JavaDelegate refuseExtension() {
        return execution -> extensions.refuse(extensionId(execution));
    }

    private static String extensionId(DelegateExecution execution) {
        return (String) execution.getVariable(EXTENSION_ID.name());
    }
}
