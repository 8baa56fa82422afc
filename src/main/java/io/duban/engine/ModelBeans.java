package io.duban.engine;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The small map of beans that expressions see: the service tasks and what is marked as {@link AskedByModels}. The rest
 * of the application, the vault of the reporters above all, does not exist for a model.
 */
final class ModelBeans {

    private final ListableBeanFactory beans;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The names, without making the beans. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        names.addAll(Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
        names.addAll(Set.of(beans.getBeanNamesForType(AskedByModels.class, true, false)));
        return names;
    }

    boolean hold(String name) {
        return beans.containsBean(name)
                && (beans.isTypeMatch(name, JavaDelegate.class) || beans.isTypeMatch(name, AskedByModels.class));
    }

    /** Whether the bean answers questions. */
    boolean answers(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, AskedByModels.class);
    }

    Object bean(String name) {
        return beans.getBean(name);
    }
}
