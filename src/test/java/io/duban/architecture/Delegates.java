package io.duban.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;

/** The beans that models name: one method per service task, in the *Tasks class of a capability. */
final class Delegates {

    static final List<JavaMethod> ALL = Source.CLASSES.stream()
            .filter(each -> each.getSimpleName().endsWith("Tasks"))
            .flatMap(each -> each.getMethods().stream())
            .filter(each -> each.isAnnotatedWith(Bean.class))
            .toList();

    private Delegates() {}

    static Set<String> names() {
        return ALL.stream().map(JavaMethod::getName).collect(Collectors.toSet());
    }

    static List<JavaMethod> serviceTasks() {
        return ALL.stream()
                .filter(each -> each.getRawReturnType().isEquivalentTo(JavaDelegate.class))
                .toList();
    }

    static Class<?> load(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
