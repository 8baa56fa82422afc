package io.duban.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duban.engine.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All forms and the desks behind them; a desk without a file or a file without a desk stops the start. */
@Component
public class FormRegistry {

    private final Map<String, FormBinding> bindings = new HashMap<>();
    private final Map<String, FormSchema> schemas = new HashMap<>();

    FormRegistry(
            ObjectProvider<FormDesk> desks,
            ObjectMapper json,
            ResourcePatternResolver resources,
            @Value("${duban.forms}") List<String> locations) {
        locations.forEach(location -> read(json, resources, location));
        desks.orderedStream().flatMap(desk -> desk.forms().stream()).forEach(this::bind);
    }

    /** The desk of a user task or start form; a key nobody answers for is refused as not found. */
    public FormBinding binding(String key) {
        FormBinding binding = bindings.get(key);
        if (binding == null) {
            throw Refusal.notFound("“" + key + "”没有表单。", "There is no form for '" + key + "'.");
        }
        return binding;
    }

    public FormSchema schema(String form) {
        FormSchema schema = schemas.get(form);
        if (schema == null) {
            throw Refusal.notFound("没有名为“" + form + "”的表单。", "There is no form '" + form + "'.");
        }
        return schema;
    }

    public Map<String, FormBinding> all() {
        return Map.copyOf(bindings);
    }

    public Map<String, FormSchema> schemas() {
        return Map.copyOf(schemas);
    }

    private void bind(FormBinding binding) {
        if (bindings.put(binding.key(), binding) != null) {
            throw new IllegalStateException("two desks answer for " + binding.key());
        }
        if (!schemas.containsKey(binding.form())) {
            throw new IllegalStateException("no form file for " + binding.form());
        }
    }

    private void read(ObjectMapper json, ResourcePatternResolver resources, String location) {
        try {
            for (Resource resource : resources.getResources(location + "*.form")) {
                try (var in = resource.getInputStream()) {
                    FormSchema schema = new FormSchema(json.readTree(in));
                    schemas.put(schema.id(), schema);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the forms under " + location + " cannot be read", unreadable);
        }
    }
}
