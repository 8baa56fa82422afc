package io.duban.form;

import io.duban.engine.VariableDeclarations;
import io.duban.model.Known;
import io.duban.model.KnownToModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Collects the flags of all rooms at the start, from their {@code *Variables} classes. */
@Component
class DeclaredFlagNames implements VariableDeclarations, KnownToModels {

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    DeclaredFlagNames(ResourcePatternResolver resources) {
        MetadataReaderFactory classes = new SimpleMetadataReaderFactory(resources);
        try {
            for (Resource each : resources.getResources("classpath*:io/duban/**/*Variables.class")) {
                String name = classes.getMetadataReader(each).getClassMetadata().getClassName();
                collect(ClassUtils.resolveClassName(name, resources.getClassLoader()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the declarations of the process variables cannot be read", unreadable);
        }
    }

    private void collect(Class<?> declarations) {
        for (Field field : declarations.getDeclaredFields()) {
            if (field.getType() == Flag.class && Modifier.isStatic(field.getModifiers())) {
                ReflectionUtils.makeAccessible(field);
                Flag<?> flag = (Flag<?>) ReflectionUtils.getField(field, null);
                if (flag != null) {
                    types.put(flag.name(), flag.type());
                    values.put(flag.name(), flag.values());
                }
            }
        }
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.copyOf(types);
    }

    @Override
    public void tell(Known known) {
        types.forEach(known::variable);
        values.forEach(known::values);
    }
}
