package io.duban.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * The last look of an expression, should a text ever get past the grammar: beans by name, the methods of those marked
 * for models, the business key. A step to any other object, {@code getClass()} first of all, ends here.
 */
final class NarrowResolver extends ELResolver {

    private final ModelBeans beans;
    private final BeanELResolver methods = new BeanELResolver(true);

    NarrowResolver(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null) {
            String name = String.valueOf(property);
            if (!beans.hold(name)) {
                return null;
            }
            context.setPropertyResolved(true);
            return beans.bean(name);
        }
        if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        throw refused();
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        String name = String.valueOf(method);
        boolean own = base instanceof AskedByModels
                && java.util.Arrays.stream(base.getClass().getMethods())
                        .anyMatch(each -> each.getName().equals(name) && each.getDeclaringClass() != Object.class);
        if (!own) {
            throw refused();
        }
        return methods.invoke(context, base, method, types, arguments);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw refused();
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return String.class;
    }

    private static ELException refused() {
        return new ELException("models see variables and their own beans only");
    }
}
