package io.duban.order;

import static io.duban.order.SupervisionOrderVariables.CASE_ID;
import static io.duban.order.SupervisionOrderVariables.DEEMED_DELIVERY_DUE;
import static io.duban.order.SupervisionOrderVariables.LOOK_BACK_DUE;
import static io.duban.order.SupervisionOrderVariables.ORDER_NUMBER;

import io.duban.form.Flags;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of supervision-order.bpmn (督办单办理). */
@Configuration(proxyBeanMethods = false)
class SupervisionOrderTasks {

    private final Orders orders;
    private final Investigations investigations;

    SupervisionOrderTasks(Orders orders, Investigations investigations) {
        this.orders = orders;
        this.investigations = investigations;
    }

    @Bean
    JavaDelegate publishOrder() {
        return execution -> {
            Orders.Published published = orders.publish(caseId(execution));
            execution.setVariable(ORDER_NUMBER.name(), published.number());
            execution.setVariable(
                    DEEMED_DELIVERY_DUE.name(), Date.from(published.delivery().dueAt()));
        };
    }

    @Bean
    JavaDelegate deemReceived() {
        return execution -> {
            orders.deemReceived(caseId(execution));
            write(execution, investigations.begin(caseId(execution)));
        };
    }

    @Bean
    JavaDelegate recordSignOff() {
        return execution -> execution.setVariable(
                LOOK_BACK_DUE.name(),
                Date.from(orders.recordSignOff(caseId(execution)).dueAt()));
    }

    @Bean
    JavaDelegate archiveOrder() {
        return execution -> orders.archive(caseId(execution));
    }

    private static void write(DelegateExecution execution, Flags flags) {
        flags.values().forEach(execution::setVariable);
    }

    private static String caseId(DelegateExecution execution) {
        return (String) execution.getVariable(CASE_ID.name());
    }
}
